// Refresh tokens that can be used once. Used twice, one of the two who have it is a thief.
import { randomBytes } from 'node:crypto';

const isUsedUp = ({ used, usedAt }, now, grace) => used && !(now < usedAt + grace);

/** Keeps refresh tokens in this process. A real one keeps their hashes, in a database. */
export function createRefreshStore(records = new Map()) {
  return {
    async get(token) {
      return records.get(token);
    },
    async set(token, record) {
      records.set(token, record);
    },
    /**
     * Uses a token up and puts the next one in its place, in ONE operation. Read first and written
     * afterwards, it would be found unused by two requests at once, and both would get a new pair.
     * In SQL: a transaction with UPDATE … WHERE token = … AND NOT used AND expires > now. In Redis: a
     * script. Resolves to the record as it was, or to undefined. `grace`: see createRefreshTokens.
     */
    async trade(token, next, now, grace = 0) {
      const old = records.get(token);
      if (!old || isUsedUp(old, now, grace) || old.expires <= now) return old;
      const { userId, family } = old;
      // The time runs from the first use on, however often it is used.
      const used = { ...old, used: true, ...(grace > 0 && { usedAt: old.usedAt ?? now }) };
      records.set(token, used);
      records.set(next.token, { userId, family, expires: next.expires, used: false });
      return old;
    },
    async destroyFamily(family) {
      for (const [token, record] of records) if (record.family === family) records.delete(token);
    },
    async destroyUser(userId) {
      for (const [token, record] of records) if (record.userId === userId) records.delete(token);
    },
  };
}

/** Makes the things to do with refresh tokens. `lifetime` is in seconds, `grace` too: so long
 * after its first use a token may be used once more, since two tabs of one browser have the same one
 * and may ask at once. For so long a thief is not noticed either. */
export function createRefreshTokens({
  store = createRefreshStore(),
  lifetime = 24 * 60 * 60,
  grace = 0,
  draw = () => randomBytes(32).toString('base64url'),
  readOwner = () => undefined,
} = {}) {
  const toNow = () => Math.floor(Date.now() / 1000);

  const drawNext = (userId) => ({ token: draw(userId), expires: toNow() + lifetime });

  /** Makes the first refresh token of a login. */
  async function issue(userId) {
    const { token, expires } = drawNext(userId);
    await store.set(token, { userId, family: token, expires, used: false });
    return token;
  }

  /** Trades a token in: resolves to the user's ID and the next token, or to null. */
  async function redeem(token) {
    if (typeof token !== 'string') return null;
    const now = toNow();
    // What is asked of the token itself decides nothing: the store knows only what it was given.
    const next = drawNext(readOwner(token));
    const old = await store.trade(token, next, now, grace);
    if (!old) return null;
    if (isUsedUp(old, now, grace)) {
      // Somebody else has it too. Nobody knows who is who, so neither may go on.
      await store.destroyFamily(old.family);
      return null;
    }
    if (old.expires <= now) return null;
    return { userId: old.userId, refreshToken: next.token };
  }

  async function revoke(token) {
    const record = typeof token === 'string' ? await store.get(token) : undefined;
    if (record) await store.destroyFamily(record.family);
  }

  /** Ends all logins of a user. */
  const revokeAll = (userId) => store.destroyUser(userId);

  return { issue, redeem, revoke, revokeAll };
}
