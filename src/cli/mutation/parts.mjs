import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../machine/paths.mjs';

const ENGINE = 'src/sim';
/** The Scenarios are data: what they lead to is what the tests of the engine compare. */
const LEFT_OUT = new Set(['scenarios']);

/** The files in the engine's own folder, beside its folders. */
export const TOP = 'top';

/** Returns by name what is run at a time: each folder of the engine, and the files beside them. */
export function listParts() {
  const entries = readdirSync(join(ROOT, ENGINE), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !LEFT_OUT.has(entry.name));
  return new Map([
    ...folders.map(({ name }) => [name, [`${ENGINE}/${name}/**/*.ts`]]),
    [TOP, [`${ENGINE}/*.ts`]],
  ]);
}
