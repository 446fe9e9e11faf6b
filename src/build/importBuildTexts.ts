import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { languageRooms } from './language.ts';

const FILE = fileURLToPath(new URL('./buildTexts.ts', import.meta.url));

async function importAnew(language: string) {
  const { module, dependencies } = await runnerImport<typeof import('./buildTexts.ts')>(FILE, {
    configFile: false,
    logLevel: 'error',
    plugins: [languageRooms(language)],
  });
  return { told: module.BUILD_TEXTS, dependencies: [FILE, ...dependencies] };
}

/** What was imported last, by language, and since when it is so. */
const imported = new Map<string, { since: number; coming: ReturnType<typeof importAnew> }>();

/** Tells whether none of the files has changed since. */
const isFresh = (since: number, files: readonly string[]) =>
  files.every((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? since) < since);

/**
 * Runs what tells the page in a language; with it come the files that it was made of. It is run
 * once for all who ask, and again when one of its files has changed.
 */
export async function importBuildTexts(language: string) {
  const last = imported.get(language);
  if (last && isFresh(last.since, (await last.coming).dependencies)) return last.coming;
  const next = { since: Date.now(), coming: importAnew(language) };
  imported.set(language, next);
  next.coming.catch(() => imported.delete(language));
  return next.coming;
}
