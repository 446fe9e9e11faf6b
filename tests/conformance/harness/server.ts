import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { HeaderField } from '../../../src/sim/message.ts';
import { toFields } from './exchange.ts';

/** An app that listens on a free port of the loopback interface. */
export interface RunningServer {
  readonly port: number;
  /** Whether it speaks https. */
  readonly isSecure?: boolean;
  /** Header fields of the last request over a connection, as they arrived, by the client's port. */
  readonly fieldsFrom: (port: number) => readonly HeaderField[] | Promise<readonly HeaderField[]>;
  /** What stands before it adds to each request. */
  readonly added?: readonly HeaderField[];
  close(): Promise<void>;
}

const SHARED_KEY = Buffer.from('a key that both ends of a test have');

/** Real TLS without a certificate, which a test would have to renew: both ends know a key. @see RFC 4279 */
export const TLS = {
  ciphers: 'PSK',
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.2',
} as const;
export const TLS_CLIENT = {
  ...TLS,
  pskCallback: () => ({ psk: SHARED_KEY, identity: 'test' }),
  checkServerIdentity: () => undefined,
};
export const TLS_SERVER = { ...TLS, pskCallback: () => SHARED_KEY };

/** Starts an Express app (or any listener) where only this machine can reach it. */
export async function listen(app: RequestListener, isSecure = false): Promise<RunningServer> {
  const fields = new Map<number | undefined, readonly HeaderField[]>();
  const listener: RequestListener = (request, response) => {
    fields.set(request.socket.remotePort, toFields(request.rawHeaders));
    app(request, response);
  };
  const server = isSecure ? createSecureServer(TLS_SERVER, listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    isSecure,
    fieldsFrom: (port) => fields.get(port) ?? [],
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
  isSecure = false,
): Promise<T> {
  const server = await listen(app, isSecure);
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}
