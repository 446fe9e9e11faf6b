import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../../../src/cli/machine/paths.mjs';

/** A request as the server met it, as far as a browser decides it. */
export interface SeenRequest {
  readonly line: string;
  readonly origin: string | null;
  readonly hasCookie: boolean;
  readonly hasToken: boolean;
  readonly asksFor: string | null;
}

/** A server on a loopback port that answers for every host: as an API, or with the page of a front end. */
export interface Site {
  readonly port: number;
  /** Puts an app behind the paths of the API. */
  serve(app: RequestListener): void;
  /** Takes out what was asked of the API since it was last called. */
  takeRequests(): readonly SeenRequest[];
  close(): Promise<void>;
}

const CLIENT_FILES = ['/client.js', '/clientDesigns.js'];

function servePage({ url = '/' }: IncomingMessage, response: ServerResponse): boolean {
  if (CLIENT_FILES.includes(url)) {
    response.setHeader('Content-Type', 'text/javascript');
    response.end(readFileSync(join(ROOT, 'src/reference', url)));
    return true;
  }
  if (url !== '/') return false;
  response.setHeader('Content-Type', 'text/html');
  response.end('<!doctype html><title>page</title><link rel="icon" href="data:,">');
  return true;
}

const toSeen = ({ method, url, headers }: IncomingMessage): SeenRequest => ({
  line: `${method} ${url}`,
  // A POST names its origin at home as well, which nobody asks for there.
  origin: headers.origin === `http://${headers.host}` ? null : (headers.origin ?? null),
  hasCookie: headers.cookie !== undefined,
  hasToken: headers.authorization !== undefined,
  asksFor: headers['access-control-request-headers'] ?? null,
});

/** Starts a site on a free port. */
export async function startSite(): Promise<Site> {
  let app: RequestListener | null = null;
  let seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    if (servePage(request, response)) return;
    seen.push(toSeen(request));
    // A browser would remember the answer to a preflight for five seconds, into the next case.
    if (request.method === 'OPTIONS') response.setHeader('Access-Control-Max-Age', '0');
    app?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    serve(next) {
      app = next;
    },
    takeRequests() {
      const taken = seen;
      seen = [];
      return taken;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
