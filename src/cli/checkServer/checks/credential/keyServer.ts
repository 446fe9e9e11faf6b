import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of our own on this machine, which counts who comes. */
export interface KeyPage {
  readonly url: string;
  readonly visits: () => number;
}

/** Shows a body on a page as long as something takes. */
export async function withKeyPage<T>(
  body: unknown,
  use: (page: KeyPage) => Promise<T>,
): Promise<T> {
  let visits = 0;
  const server = createServer((_request, response) => {
    visits += 1;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    return await use({ url: `http://127.0.0.1:${port}/jwks.json`, visits: () => visits });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
