import { readFileSync } from 'node:fs';

/** The version, where the program is one file: no package.json is beside that. */
declare const PACKED_VERSION: string | undefined;

/** Reads the version of this program from the package.json above. */
function readVersion(): string {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    try {
      return String(JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')).version);
    } catch (error) {
      if (folder.pathname === '/') throw error;
    }
  }
}

export const VERSION = typeof PACKED_VERSION === 'string' ? PACKED_VERSION : readVersion();
