/** Name of the cookie that holds the session's data, cookie-session's default. */
export const DATA_COOKIE = 'session';
/** Name of the cookie that holds the signature over it. @see cookies, `Cookies#set` */
export const SIGNATURE_COOKIE = `${DATA_COOKIE}.sig`;

const BETWEEN = `; ${SIGNATURE_COOKIE}=`;

/** The values of the two cookies that only together are a session. */
export interface Halves {
  readonly data: string;
  /** '' where there is none. */
  readonly signature: string;
}

/** Joins data and signature to one credential: what stands after `session=` in a Cookie field that carries both. */
export const toPair = (data: string, signature: string): string => data + BETWEEN + signature;

/** Tells whether a credential is data with its signature, and no session ID. */
export const isPair = (credential: string): boolean => credential.includes(BETWEEN);

/** Takes a pair apart. */
export function splitPair(pair: string): Halves {
  const [data, signature = ''] = pair.split(BETWEEN) as [string, string?];
  return { data, signature };
}
