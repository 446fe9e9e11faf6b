import { randomUUID } from 'node:crypto';
import { openRedis } from '../../../src/cli/redisClient.mjs';
import type { OutsideStore } from './outsideStore.ts';
import { withEnd } from './redisRecords.ts';

/**
 * Opens a part of the Redis at REDIS_URL that nobody else uses. connect-redis gives each key a time
 * to live, which Redis counts down by its own clock, so whenever a run's time has passed while
 * Redis' has not, the ends of the keys are moved; what is over, Redis drops by itself.
 *
 * connect-redis does not write a record that is only touched: its `expires` grows old, and what
 * counts is the end of the key. So `list` gives each record that end as its `expires`. A session
 * without maxAge it keeps for a day; no run is that long.
 */
export async function openRedisStore(url: string): Promise<OutsideStore> {
  const prefix = `authtrace-test:${randomUUID()}:`;
  const client = await openRedis(url);
  let ends = new Map<string, number>();

  async function listKeys(): Promise<string[]> {
    const found = new Set<string>();
    for await (const keys of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1000 })) {
      for (const key of keys) found.add(key);
    }
    return [...found];
  }

  async function advanceTo(clock: number): Promise<void> {
    // A key that has no time left goes at once.
    for (const [key, end] of ends) await client.expire(key, end - clock);
  }

  return {
    access: { kind: 'Redis', url, prefix },
    advanceTo,
    async stopAt(clock) {
      ends = new Map();
      for (const key of await listKeys()) {
        const leftMs = await client.pTTL(key);
        // It was given whole seconds, of which some milliseconds are gone.
        if (leftMs > 0) ends.set(key, clock + Math.ceil(leftMs / 1000));
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
