import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Lines that are nothing but a comment. */
const COMMENTS = /^\s*\/\/.*\n/gm;

/** Leaves the comments out of the script that the first paint waits for, which no bundler sees. */
export function bootScript(): Plugin {
  return {
    name: 'authtrace:boot-script',
    apply: 'build',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    async writeBundle({ dir }) {
      const file = join(dir ?? '', 'boot.js');
      await writeFile(file, (await readFile(file, 'utf8')).replace(COMMENTS, ''));
    },
  };
}
