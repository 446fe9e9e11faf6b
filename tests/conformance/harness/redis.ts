import { randomUUID } from 'node:crypto';
import { openRedis } from '../../../src/cli/machine/redisClient.mjs';
import type { OutsideStore } from './outsideStore.ts';
import { withEnd } from './redisRecords.ts';

/** The longest that connect-redis gives, to a session without maxAge. No run takes as long. */
const DAY = 86_400;
/** Far enough to stand for no end, and an end nevertheless, should a test never come to close. */
const HELD = 7 * DAY;

/**
 * Opens a part of the Redis at REDIS_URL that nobody else uses. connect-redis gives each key a time
 * to live, which Redis counts down by its own clock, and a run has another. So between requests that
 * clock is stopped: the end that a key was given is noted and put off, and put back, as a time that
 * is over, when the run's clock has passed it. Then Redis drops the key by itself.
 *
 * connect-redis does not write a record that is only touched: its `expires` grows old, and what
 * counts is the end of the key. So `list` gives each record that end as its `expires`.
 */
export async function openRedisStore(url: string): Promise<OutsideStore> {
  const prefix = `authtrace-test:${randomUUID()}:`;
  const client = await openRedis(url);
  const ends = new Map<string, number>();

  async function listKeys(): Promise<string[]> {
    const found = new Set<string>();
    for await (const keys of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1000 })) {
      for (const key of keys) found.add(key);
    }
    return [...found];
  }

  async function advanceTo(clock: number): Promise<void> {
    for (const [key, end] of ends) {
      if (end > clock) continue;
      await client.expire(key, end - clock);
      ends.delete(key);
    }
  }

  return {
    access: { kind: 'Redis', url, prefix },
    advanceTo,
    async stopAt(clock) {
      for (const key of await listKeys()) {
        const leftMs = await client.pTTL(key);
        // It was not written or touched since: the end that was noted holds.
        if (leftMs > DAY * 1000) continue;
        // It was given whole seconds, of which some milliseconds are gone.
        ends.set(key, clock + Math.ceil(leftMs / 1000));
        await client.expire(key, HELD);
      }
    },
    async list(clock) {
      await advanceTo(clock);
      const entries: [string, string][] = [];
      for (const key of await listKeys()) {
        const record = withEnd(JSON.parse((await client.get(key)) ?? ''), ends.get(key));
        entries.push([key.slice(prefix.length), JSON.stringify(record)]);
      }
      return entries;
    },
    async close() {
      const keys = await listKeys();
      if (keys.length > 0) await client.del(keys);
      await client.close();
    },
  };
}
