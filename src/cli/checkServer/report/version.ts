import { readFileSync } from 'node:fs';

/** Reads the version of this program from the package.json above, wherever it was packed or not. */
function readVersion(): string {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    try {
      return String(JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')).version);
    } catch (error) {
      if (folder.pathname === '/') throw error;
    }
  }
}

export const VERSION = readVersion();
