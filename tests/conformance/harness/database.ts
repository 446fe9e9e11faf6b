import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import type { Database } from './host.ts';

/**
 * Opens a LevelDB in a new folder. One process can have it open, which is this one: the servers'
 * processes come and go, and ask for it over their channels.
 */
export async function openDatabase(): Promise<Database & { close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'authtrace-level-'));
  const level = new ClassicLevel<string, string>(folder);
  await level.open();
  return {
    get: (key) => level.get(key),
    put: (key, value) => level.put(key, value),
    del: (key) => level.del(key),
    list: () => level.iterator().all(),
    async close() {
      await level.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
