// DELIBERATELY NAIVE, to show what one operation is for: a rotation that reads a refresh token and
// writes afterwards. Of two requests at once both read it unused, and both get a new pair. Write it as
// the store of refreshTokens.js does.

/** Wraps a store of refresh tokens. `pause` is what happens between reading and writing: in a real one the database's time. */
export const createReadFirstStore = (store, pause = async () => {}) => ({
  ...store,
  async trade(token, next, now, grace = 0) {
    const old = await store.get(token);
    await pause();
    const isUsedUp = old?.used && !(now < old.usedAt + grace);
    if (!old || isUsedUp || old.expires <= now) return old;
    const { userId, family } = old;
    const used = { ...old, used: true, ...(grace > 0 && { usedAt: old.usedAt ?? now }) };
    await store.set(token, used);
    await store.set(next.token, { userId, family, expires: next.expires, used: false });
    return old;
  },
});
