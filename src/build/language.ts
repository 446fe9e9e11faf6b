import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { LANGUAGES } from '../lesson/languages.ts';

/** The modes that Vite itself chooses. */
const OWN_MODES = ['development', 'production', 'test'];

/** Where the words of the first language stand. */
const ROOMS = /([\\/]src[\\/]lesson[\\/](?:words|texts|page))(?=[\\/])/;

/** Returns the language that a mode of Vite asks for. @throws RangeError for one that is not listed. */
export function toLanguage(mode: string, languages: readonly string[] = LANGUAGES): string {
  const [first = ''] = languages;
  if (OWN_MODES.includes(mode)) return first;
  if (languages.includes(mode)) return mode;
  throw new RangeError(`no language ${mode} among ${languages.join(', ')}`);
}

/**
 * Lets whoever imports words, texts or page get those of a language. Only they come into the page:
 * nothing of another language is looked at. @see LANGUAGES
 */
export function languageRooms(language: string, languages: readonly string[] = LANGUAGES): Plugin {
  return {
    name: 'authtrace:language-rooms',
    enforce: 'pre',
    resolveId(source, importer) {
      if (language === languages[0] || !importer || !source.startsWith('.')) return undefined;
      const path = resolve(dirname(importer), source);
      return ROOMS.test(path) ? path.replace(ROOMS, `$1-${language}`) : undefined;
    },
  };
}
