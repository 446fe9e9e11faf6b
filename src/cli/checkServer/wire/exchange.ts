import type { IncomingMessage } from 'node:http';
import { request as openRequest } from 'node:http';
import { request as openSecureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { toClosedError, toWireError, WireError } from './wireError.ts';

/** More than this of a body is not read. */
export const BODY_LIMIT = 1024 * 1024;

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export interface Reply {
  readonly method: string;
  readonly url: URL;
  readonly status: number;
  /** First value of a field by its name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly setCookies: readonly string[];
  /** The body as UTF-8; what is not becomes U+FFFD. */
  readonly text: string;
  /** True when the body was longer than BODY_LIMIT, and `text` is its beginning. */
  readonly isCut: boolean;
  /** Milliseconds from the request to the end of the answer. */
  readonly tookMs: number;
  /** Hides what opens doors in a text of this answer; it knows all that came before. */
  readonly hide?: (text: string) => string;
}

const LOOPBACK = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
] as const;

/** Every name that is let through means this machine, whatever a resolver says. @see RFC 6761 section 6.3 */
const lookUpLoopback: LookupFunction = (_hostname, { all }, done) => {
  const [{ address, family }] = LOOPBACK;
  if (all) done(null, [...LOOPBACK]);
  else done(null, address, family);
};

/** Reads a response to its end, or as far as the limit. */
function readReply(
  response: IncomingMessage,
  { method, url }: Asked,
  startMs: number,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (isCut: boolean) => {
      const { statusCode: status = 0, headersDistinct } = response;
      const fields = Object.entries(headersDistinct).map(
        ([name, values]) => [name, values?.[0] ?? ''] as const,
      );
      const setCookies = headersDistinct['set-cookie'] ?? [];
      const text = Buffer.concat(chunks).subarray(0, BODY_LIMIT).toString('utf8');
      const tookMs = performance.now() - startMs;
      resolve({ method, url, status, headers: new Map(fields), setCookies, text, isCut, tookMs });
    };
    response.on('error', reject);
    response.on('end', () => finish(false));
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length <= BODY_LIMIT) return;
      finish(true);
      response.destroy();
    });
  });
}

function send(asked: Asked, timeout: number, hasAnswered: boolean): Promise<Reply> {
  const { method, url, headers, body } = asked;
  const length = method === 'GET' ? {} : { 'Content-Length': Buffer.byteLength(body ?? '') };
  const open = url.protocol === 'https:' ? openSecureRequest : openRequest;
  // A busy machine is slow to answer: its second address is no better than the first.
  const connecting = {
    autoSelectFamilyAttemptTimeout: Math.max(10, timeout),
    // A server that takes HTTP/2 alone says so.
    ALPNProtocols: ['http/1.1'],
  };
  return new Promise((resolve, reject) => {
    const startMs = performance.now();
    const request = open(url, {
      method,
      headers: { ...headers, ...length },
      agent: false,
      lookup: lookUpLoopback,
      ...connecting,
      // Nothing but this machine is spoken to, and its certificates are its own.
      rejectUnauthorized: false,
    });
    const timer = setTimeout(() => {
      const what = `${method} ${url.pathname}`;
      reject(
        new WireError(
          `no whole answer to ${what} within ${timeout} ms (--timeout gives more)`,
          'silent',
        ),
      );
      request.destroy();
    }, timeout);
    request.on('error', reject);
    request.on('response', (response) => readReply(response, asked, startMs).then(resolve, reject));
    // Some ends come without an error, such as a switch of protocols; the first verdict counts.
    request.on('close', () => {
      clearTimeout(timer);
      reject(toClosedError(url.origin, hasAnswered));
    });
    request.end(body);
  });
}

/**
 * Sends one request on a connection of its own and resolves to the answer; redirects are not
 * followed. `timeout` (milliseconds) is for the whole exchange; a server that `hasAnswered` before is
 * known to speak HTTP. @throws WireError
 */
export async function exchange(asked: Asked, timeout: number, hasAnswered = false): Promise<Reply> {
  try {
    return await send(asked, timeout, hasAnswered);
  } catch (error) {
    throw toWireError(error, asked.url, hasAnswered);
  }
}
