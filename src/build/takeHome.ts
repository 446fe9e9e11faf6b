import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { TAKE_HOME_ARCHIVE, TAKE_HOME_FILES, TAKE_HOME_FOLDER } from '../reference/takeHome.ts';
import { fileBeside } from './fileBeside.ts';
import { writeZip } from './zip.ts';

/** Packs the take-home folder of a project: the files that the page shows, byte for byte. */
export async function packTakeHome(root: string): Promise<Uint8Array> {
  const entries = TAKE_HOME_FILES.map(async ({ path, source }) => ({
    path: `${TAKE_HOME_FOLDER}/${path}`,
    bytes: await readFile(resolve(root, 'src/reference', source)),
  }));
  return writeZip(await Promise.all(entries));
}

/** Puts the archive of the take-home folder beside the page, in a build and in development. */
export const takeHome = (): Plugin =>
  fileBeside({
    name: 'authtrace:take-home',
    fileName: TAKE_HOME_ARCHIVE,
    contentType: 'application/zip',
    make: packTakeHome,
  });
