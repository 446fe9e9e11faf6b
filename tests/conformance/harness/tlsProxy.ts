import { request as openHttp } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TlsProxy } from '../../../src/sim/settings.ts';
import type { RunningServer } from './server.ts';
import { TLS_SERVER } from './server.ts';

/** More than the server behind it takes or sends, so that it is that one which refuses. */
const MAX_HEADER_BYTES = 64 * 1024;

/**
 * Starts a proxy that speaks TLS with whoever asks, and http with the server behind it, and passes
 * on all fields as they come. The server may be another one after a restart.
 */
export async function startTlsProxy(
  readServer: () => RunningServer,
  { tells }: TlsProxy,
): Promise<RunningServer> {
  /** From where the proxy asks the server, by the client's port. */
  const ports = new Map<number, number>();
  const proxy = createServer({ ...TLS_SERVER, maxHeaderSize: MAX_HEADER_BYTES }, (from, to) => {
    const { method, url: path, rawHeaders } = from;
    const told = tells ? ['X-Forwarded-Proto', 'https'] : [];
    const onward = openHttp({
      ...{ host: '127.0.0.1', port: readServer().port, method, path },
      ...{ headers: [...rawHeaders, ...told], setHost: false, agent: false },
      maxHeaderSize: MAX_HEADER_BYTES,
    });
    onward.on('response', (answer) => {
      ports.set(from.socket.remotePort ?? 0, onward.socket?.localPort ?? 0);
      to.sendDate = false;
      to.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
      answer.pipe(to);
    });
    onward.on('error', () => to.destroy());
    from.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    isSecure: true,
    fieldsFrom: (port) => readServer().fieldsFrom(ports.get(port) ?? 0),
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}
