/** Reads the token out of an Authorization value; `null` when the scheme is not Bearer. @see RFC 6750 section 2.1 */
export function readBearer(authorization: string | null): string | null {
  return authorization?.match(/^Bearer (.+)$/i)?.[1] ?? null;
}
