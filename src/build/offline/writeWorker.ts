import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TAKE_HOME_ARCHIVE } from '../../reference/takeHome.ts';
import { listFiles } from '../listFiles.ts';

const SOURCE = fileURLToPath(new URL('./worker.js', import.meta.url));

/** The worker's file, beside the page. */
export const WORKER = 'sw.js';

/** What stands beside the page and is none of it: for hosts, for previews of links, for readers of the README. */
const OTHERS = /^(_headers|sw\.js|check-server\.mjs|social\.png|screenshots\/.*|.*\.zip)$/;

/** Lines that are nothing but a comment, and blank ones. */
const COMMENTS = /^\s*(\/\/.*|\/\*\*.*\*\/)?\n/gm;

const hash = (bytes: string | Buffer) => createHash('sha256').update(bytes);

/** Tells whether the page needs a file that stands beside it. */
const isNeeded = (path: string) => path === TAKE_HOME_ARCHIVE || !OTHERS.test(path);

/** Writes the worker of a built page beside it: the same files give the same bytes, others another version. */
export async function writeWorker(dir: string): Promise<void> {
  const files = (await listFiles(dir)).filter(isNeeded).map(async (path) => {
    const integrity = `sha256-${hash(await readFile(join(dir, path))).digest('base64')}`;
    // By its folder: hosts send whoever asks for index.html there.
    return [path === 'index.html' ? '' : path, integrity] as const;
  });
  const listed = await Promise.all(files);
  const source = (await readFile(SOURCE, 'utf8')).replace(COMMENTS, '');
  const version = hash(JSON.stringify(listed) + source)
    .digest('hex')
    .slice(0, 16);
  const built = JSON.stringify([version, listed]);
  await writeFile(
    join(dir, WORKER),
    source.replace('BUILT', () => built),
  );
}
