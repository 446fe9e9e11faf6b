// Refresh tokens that can be used once. Used twice, one of the two who have it is a thief.
import { randomBytes } from 'node:crypto';

/** Keeps refresh tokens in this process. A real one keeps their hashes, in a database. */
export function createRefreshStore(records = new Map()) {
  return {
    async get(token) {
      return records.get(token);
    },
    async set(token, record) {
      records.set(token, record);
    },
    async destroyFamily(family) {
      for (const [token, record] of records) if (record.family === family) records.delete(token);
    },
    async destroyUser(userId) {
      for (const [token, record] of records) if (record.userId === userId) records.delete(token);
    },
  };
}

/** Makes the things to do with refresh tokens. `lifetime` is in seconds. */
export function createRefreshTokens({
  store = createRefreshStore(),
  lifetime = 24 * 60 * 60,
  draw = () => randomBytes(32).toString('base64url'),
} = {}) {
  const toNow = () => Math.floor(Date.now() / 1000);

  async function issue(userId, family = null) {
    const token = draw();
    const expires = toNow() + lifetime;
    await store.set(token, { userId, family: family ?? token, expires, used: false });
    return token;
  }

  /** Resolves to what the token stands for, or to null; from then on it is used. */
  async function redeem(token) {
    const record = typeof token === 'string' ? await store.get(token) : undefined;
    if (!record) return null;
    if (record.used) {
      // Somebody else has it too. Nobody knows who is who, so neither may go on.
      await store.destroyFamily(record.family);
      return null;
    }
    if (record.expires <= toNow()) return null;
    await store.set(token, { ...record, used: true });
    return record;
  }

  async function revoke(token) {
    const record = typeof token === 'string' ? await store.get(token) : undefined;
    if (record) await store.destroyFamily(record.family);
  }

  /** Ends all logins of a user. */
  const revokeAll = (userId) => store.destroyUser(userId);

  return { issue, redeem, revoke, revokeAll };
}
