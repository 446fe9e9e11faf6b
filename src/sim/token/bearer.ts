/** Reads the token out of an Authorization value; `null` when the scheme is not Bearer. @see RFC 6750 section 2.1 */
export function readBearer(authorization: string | null): string | null {
  const match = /^Bearer (.+)$/i.exec(authorization ?? '');
  return match?.[1] ?? null;
}
