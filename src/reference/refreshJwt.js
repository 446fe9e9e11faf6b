// A refresh token that is a JWT, as many tutorials have it. Under the access tokens' own secret it
// opens pages, unless the verifier asks for a typ or an aud: random bytes cannot be confused.
import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';

/** Makes `draw` and `readOwner` of createRefreshTokens. `lifetime` is in seconds, `keys` as for createKeyRing. */
export function createRefreshJwt(
  keys,
  { lifetime = 30 * 24 * 60 * 60, genid = () => randomBytes(32).toString('base64url') } = {},
) {
  const [{ kid, secret }] = keys;
  return {
    draw: (userId) =>
      jwt.sign({ id: userId }, secret, {
        expiresIn: lifetime,
        jwtid: genid(), // two of one second would be the same token
        ...(kid && { keyid: kid }),
      }),
    readOwner: (token) => jwt.decode(token)?.id,
  };
}
