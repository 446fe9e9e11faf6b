// The one user of the demo. Both servers check passwords here.
import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const hashPassword = promisify(scrypt);
const HASH_BYTES = 32;

// A server keeps a slow hash, never the password ("correct horse"). In a real one each user has a
// random salt, and the hash costs more than Node's defaults (OWASP: N = 2 ** 17).
const ada = {
  id: 'abc123',
  username: 'ada',
  salt: 'authtrace demo salt',
  hash: Buffer.from('AueSgPcjDpSeoWI-m5iawPPMudRb49H9gtEidRV7ZQ4', 'base64url'),
};

/** Resolves to the user, or to null when the name or the password is wrong. */
export async function verifyUser(username, password) {
  if (typeof password !== 'string') return null;
  // Hash even for an unknown name: an early answer would tell which names exist.
  const hash = await hashPassword(password, ada.salt, HASH_BYTES);
  // === stops at the first byte that differs, and the time it takes would tell where.
  const isRight = timingSafeEqual(hash, ada.hash);
  return isRight && username === ada.username ? ada : null;
}
