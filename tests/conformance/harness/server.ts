import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HeaderField } from '../../../src/sim/message.ts';
import { toFields } from './exchange.ts';

/** An app that listens on a free port of the loopback interface. */
export interface RunningServer {
  readonly port: number;
  /** Header fields of the last request, as they arrived. */
  readonly lastFields: () => readonly HeaderField[];
  close(): Promise<void>;
}

/** Starts an Express app (or any listener) where only this machine can reach it. */
export async function listen(app: RequestListener): Promise<RunningServer> {
  let fields: readonly HeaderField[] = [];
  const server = createServer((request, response) => {
    fields = toFields(request.rawHeaders);
    app(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    lastFields: () => fields,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Runs `use` with a listening app, and closes it whatever happens. */
export async function withServer<T>(
  app: RequestListener,
  use: (server: RunningServer) => Promise<T>,
): Promise<T> {
  const server = await listen(app);
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}
