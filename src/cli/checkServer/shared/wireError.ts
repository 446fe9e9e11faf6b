/** Why there is no answer, as a sentence. */
export class WireError extends Error {
  override name = 'WireError';
  /** True when there is no use in asking the same server again. */
  readonly isFinal: boolean;

  constructor(message: string, isFinal = false) {
    super(message);
    this.isFinal = isFinal;
  }
}

const CLOSED = ['ECONNRESET', 'EPIPE', 'ECONNABORTED'];

/** Says that a server went away in the middle of things. */
export const toClosedError = (origin: string) =>
  new WireError(`${origin} closed the connection without a whole answer in HTTP`);

/** Turns an error of Node's client into a sentence about the server at `origin`. */
export function toWireError(error: unknown, origin: string): WireError {
  if (error instanceof WireError) return error;
  const code = String((error as NodeJS.ErrnoException).code ?? 'no code');
  if (code === 'ECONNREFUSED') {
    return new WireError(
      `nothing listens at ${origin}: start the server, or give its address`,
      true,
    );
  }
  if (CLOSED.includes(code)) return toClosedError(origin);
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new WireError(`the header of the answer is larger than 16 KiB`);
  }
  if (code.startsWith('HPE_'))
    return new WireError(`what came from ${origin} is not HTTP (${code})`);
  return new WireError(`the connection to ${origin} failed (${code})`);
}
