import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CookieServer {
  readonly port: number;
  /** Returns the number that the next request to look at carries as `?n=`. */
  expectRequest(setCookie: readonly string[]): number;
  /** Resolves with the Cookie field of that request when it has come. */
  arrival(n: number): Promise<string | null>;
  close(): Promise<void>;
}

interface Expected {
  readonly setCookie: readonly string[];
  readonly arrived: Promise<string | null>;
  readonly arrive: (cookie: string | null) => void;
}

/** Answers with a page, and with an element's minimum where an element asks. */
function respond(response: ServerResponse, setCookie: readonly string[]): void {
  if (setCookie.length > 0) response.setHeader('Set-Cookie', setCookie);
  response.setHeader('Content-Type', 'text/html');
  response.setHeader('Cache-Control', 'no-store');
  response.end('<!doctype html><title>page</title><link rel="icon" href="data:,">');
}

/** Starts a server on a free loopback port that answers for every host and keeps the Cookie fields. */
export async function startCookieServer(): Promise<CookieServer> {
  const expected: Expected[] = [];
  const server = createServer((request, response) => {
    const n = /[?&]n=(\d+)$/.exec(request.url ?? '')?.[1];
    const found = n === undefined ? undefined : expected[Number(n)];
    found?.arrive(request.headers.cookie ?? null);
    respond(response, found?.setCookie ?? []);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    expectRequest(setCookie) {
      let arrive = (_: string | null) => {};
      const arrived = new Promise<string | null>((resolve) => {
        arrive = resolve;
      });
      return expected.push({ setCookie, arrived, arrive }) - 1;
    },
    async arrival(n) {
      const found = expected[n];
      if (!found) throw new RangeError(`No request ${n} is expected`);
      return await found.arrived;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
