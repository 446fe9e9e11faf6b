import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint } from '../machine/complaint.mjs';
import { ROOT } from '../machine/paths.mjs';
import { runScript } from '../machine/run.mjs';

const INPUTS = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

const readTime = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

// A folder's own time counts too: it is all that a deleted file leaves.
function findNewest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => findNewest(join(path, name))));
}

/** Tells whether dist is newer than everything that it is made of. */
export function isBuilt(root = ROOT) {
  const built = readTime(join(root, 'dist', 'index.html'));
  return built !== undefined && INPUTS.every((input) => findNewest(join(root, input)) < built);
}

/** Builds the page; `true` when that worked. Vite's own words go to stderr, or to `say`. */
export async function build(say) {
  const args = ['build', '--logLevel', 'warn'];
  return (await runScript('vite/bin/vite.js', args, { stdio: ['ignore', 2, 2], say })) === 0;
}

/** Builds the page unless dist is up to date. @throws Complaint when the build fails. */
export async function buildIfStale() {
  if (isBuilt()) return;
  console.error('Building the page …');
  if (!(await build()))
    throw new Complaint('The page could not be built: see above for the reason.');
}
