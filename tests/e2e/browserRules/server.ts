import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CookieServer {
  readonly port: number;
  /** Returns the number that the next request to look at carries as `?n=`. */
  expectRequest(setCookie: readonly string[], ahead: number): number;
  /** Resolves with the Cookie field of that request when it has come. */
  arrival(n: number): Promise<string | null>;
  close(): Promise<void>;
}

interface Expected {
  readonly setCookie: readonly string[];
  /** Seconds by which Date is ahead. */
  readonly ahead: number;
  readonly arrived: Promise<string | null>;
  readonly arrive: (cookie: string | null) => void;
}

function respond(response: ServerResponse, expected: Expected | undefined): void {
  const { setCookie = [], ahead = 0 } = expected ?? {};
  // Node writes a field's characters as bytes, browsers read them as UTF-8.
  const lines = setCookie.map((line) => Buffer.from(line).toString('latin1'));
  if (lines.length > 0) response.setHeader('Set-Cookie', lines);
  response.setHeader('Date', new Date(Date.now() + ahead * 1000).toUTCString());
  response.setHeader('Content-Type', 'text/html');
  response.setHeader('Cache-Control', 'no-store');
  response.end('<!doctype html><title>page</title><link rel="icon" href="data:,">');
}

/** Starts a server on a free loopback port that answers for every host and keeps the Cookie fields. */
export async function startCookieServer(): Promise<CookieServer> {
  const expected: Expected[] = [];
  const server = createServer((request, response) => {
    const to = /[?&]to=([^&]+)$/.exec(request.url ?? '')?.[1];
    if (to) return response.writeHead(302, { Location: decodeURIComponent(to) }).end();
    const n = /[?&]n=(\d+)$/.exec(request.url ?? '')?.[1];
    const found = n === undefined ? undefined : expected[Number(n)];
    found?.arrive(request.headers.cookie ?? null);
    respond(response, found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    expectRequest(setCookie, ahead) {
      let arrive = (_: string | null) => {};
      const arrived = new Promise<string | null>((resolve) => {
        arrive = resolve;
      });
      return expected.push({ setCookie, ahead, arrived, arrive }) - 1;
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
