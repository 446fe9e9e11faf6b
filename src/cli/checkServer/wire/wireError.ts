/** `gone`: nothing listens. `silent`: no answer in time. `broken`: what came is no answer. */
export type WireFault = 'gone' | 'silent' | 'broken';

/** Why there is no answer, as a sentence. */
export class WireError extends Error {
  override name = 'WireError';
  readonly fault: WireFault;

  constructor(message: string, fault: WireFault = 'broken') {
    super(message);
    this.fault = fault;
  }
}

const CLOSED = ['ECONNRESET', 'EPIPE', 'ECONNABORTED'];

/** Says that a server went away in the middle of things; one that `hasAnswered` before speaks HTTP. */
export const toClosedError = (origin: string, hasAnswered = false) =>
  new WireError(
    `${origin} closed the connection without a whole answer in HTTP${
      origin.startsWith('http:') && !hasAnswered ? ' (does it speak https?)' : ''
    }`,
  );

/**
 * Tells whether an answer is that of a server that takes HTTP/2 alone: over TLS it refuses the other
 * protocol, without TLS it begins with a frame of settings. @see RFC 9113 section 6.5, RFC 7301 section 3.2
 */
function speaksHttp2(error: unknown): boolean {
  const { code, message, rawPacket } = error as Error & { code?: string; rawPacket?: unknown };
  if (/no.application.protocol/i.test(`${code} ${message}`)) return true;
  if (!(rawPacket instanceof Uint8Array)) return false;
  return rawPacket[3] === 4 && rawPacket.subarray(5, 9).every((byte) => byte === 0);
}

/** Turns an error of Node's client into a sentence about the server at an address. */
export function toWireError(
  error: unknown,
  { origin, protocol }: URL,
  hasAnswered = false,
): WireError {
  if (error instanceof WireError) return error;
  const code = String((error as NodeJS.ErrnoException).code ?? 'no code');
  if (code === 'ECONNREFUSED') {
    return new WireError(
      `nothing listens at ${origin}: start the server, or give its address`,
      'gone',
    );
  }
  if (speaksHttp2(error)) {
    return new WireError(
      `${origin} speaks HTTP/2 alone, and check-server asks in HTTP/1.1: let the server take both (allowHTTP1: true in Node), or give the address of one that does`,
    );
  }
  if (CLOSED.includes(code)) return toClosedError(origin, hasAnswered);
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new WireError('the header of the answer is larger than 16 KiB');
  }
  if (code.startsWith('HPE_'))
    return new WireError(`what came from ${origin} is not HTTP (${code})`);
  if (protocol === 'https:' && (code === 'EPROTO' || code.startsWith('ERR_SSL'))) {
    return new WireError(`${origin} does not speak https (${code}): is it http?`);
  }
  return new WireError(`the connection to ${origin} failed (${code})`);
}
