import type { Settings } from '../../settings.ts';
import { HEADER } from './jwt.ts';

/** The typ of an access token that says that it is one. @see RFC 9068 section 2.1 */
export const ACCESS_TYP = 'at+jwt';

/** Returns the typ that a server writes into its access tokens and demands of them; `undefined`: nobody asks. */
export const toDemandedTyp = ({ token }: Settings): string | undefined =>
  token.checkTyp ? ACCESS_TYP : undefined;

/** Makes the protected header of an access token: `alg`, `typ`, and the `kid` of its key where keys have names. */
export function toAccessHeader(settings: Settings, kid: string | undefined) {
  const typ = toDemandedTyp(settings) ?? HEADER.typ;
  return { ...HEADER, typ, ...(kid !== undefined && { kid }) };
}
