import { request as openHttp } from 'node:http';
import { request as openHttps } from 'node:https';
import type { HeaderField } from '../../../src/sim/message.ts';
import type { Exchange } from './exchange.ts';
import { toFields } from './exchange.ts';
import type { RunningServer } from './server.ts';
import { TLS_CLIENT } from './server.ts';

export interface WireRequest {
  readonly method: string;
  readonly target: string;
  /** Go out in this order; Node adds Connection after them and nothing else. */
  readonly headers: readonly HeaderField[];
  readonly body: string | null;
}

/** Sends a request byte for byte as given, and resolves to what went over the wire. */
export function sendRaw(server: RunningServer, sent: WireRequest): Promise<Exchange> {
  const { method, target, headers, body } = sent;
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: server.port,
      method,
      path: target,
      // An array is written as it is: no field is added, merged or sorted.
      headers: headers.flat(),
      setHost: false,
      agent: false,
      // Browsers take more than Node's 16 KiB; a large token comes in a field.
      maxHeaderSize: 1024 * 1024,
    };
    const request = server.isSecure ? openHttps({ ...options, ...TLS_CLIENT }) : openHttp(options);
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      // Two requests may be under way at once; each has a connection of its own.
      const port = response.socket.localPort ?? 0;
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', async () => {
        // Node refuses too large a header by itself: no server code ever reads it.
        const isUnread = response.statusCode === 431;
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({
          request: {
            method,
            target,
            headers: isUnread
              ? [...headers, ...(server.added ?? [])]
              : await server.fieldsFrom(port),
            body,
          },
          response: {
            status: response.statusCode ?? 0,
            reason: response.statusMessage ?? '',
            headers: toFields(response.rawHeaders),
            body: text === '' ? null : text,
          },
        });
      });
    });
    request.end(body ?? undefined);
  });
}
