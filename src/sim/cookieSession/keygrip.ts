import { toBase64url } from '../bytes/base64.ts';
import { hmacSha1 } from '../bytes/hmac.ts';
import { DATA_COOKIE } from './pair.ts';

/** Signs a session's data, name included: HMAC-SHA1 over `session=<data>` as base64url, 27 characters. @see keygrip 1.1 `sign` */
export const signData = async (data: string, secret: string): Promise<string> =>
  toBase64url(await hmacSha1(secret, `${DATA_COOKIE}=${data}`));

/** Returns which of the secrets made a signature, `-1` for none of them. @see keygrip 1.1 `index` */
export async function findSigner(
  data: string,
  signature: string,
  secrets: readonly string[],
): Promise<number> {
  for (const [i, secret] of secrets.entries()) {
    if ((await signData(data, secret)) === signature) return i;
  }
  return -1;
}
