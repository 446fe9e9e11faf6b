import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import type { OutsideStore } from './outsideStore.ts';

/** The part of an embedded database that LevelStore uses. */
export interface Database {
  get(key: string): Promise<string | undefined>;
  put(key: string, value: string): Promise<void>;
  del(key: string): Promise<void>;
  iterator(): { all(): Promise<[string, string][]> };
}

/**
 * Opens a LevelDB in a new folder. One process can have it open, which is this one: the servers'
 * processes come and go, and ask for it over their channels. It has no clock: LevelStore looks at
 * that of its server.
 */
export async function openLevel(): Promise<OutsideStore> {
  const folder = await mkdtemp(join(tmpdir(), 'authtrace-level-'));
  const level = new ClassicLevel<string, string>(folder);
  await level.open();
  return {
    access: { kind: 'LevelDB' },
    database: {
      get: (key) => level.get(key),
      put: (key, value) => level.put(key, value),
      del: (key) => level.del(key),
      iterator: () => level.iterator(),
    },
    advanceTo: async () => {},
    stopAt: async () => {},
    list: () => level.iterator().all(),
    async close() {
      await level.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
