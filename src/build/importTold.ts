import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { languageRooms } from './language.ts';

const FILE = fileURLToPath(new URL('./told.ts', import.meta.url));

/** Runs what tells the page in a language; with it come the files that it was made of. */
export async function importTold(language: string) {
  const { module, dependencies } = await runnerImport<typeof import('./told.ts')>(FILE, {
    configFile: false,
    logLevel: 'error',
    plugins: [languageRooms(language)],
  });
  return { told: module.TOLD, dependencies };
}
