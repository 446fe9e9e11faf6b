import type { Plugin } from 'vite';
import { importBuildTexts } from './importBuildTexts.ts';
import { toLanguage } from './language.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

const escapeHtml = (text: string) => text.replace(/[&<"]/g, (char) => ESCAPES[char] ?? char);

/** Writes texts where a page names them, `%title%`. @throws Error for a name that is none. */
export function fillIn(html: string, texts: Readonly<Record<string, string>>): string {
  return html.replace(/%([a-zA-Z]+)%/g, (_, name: string) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`index.html names ${name}, and there is no such text`);
    return escapeHtml(text);
  });
}

/** Writes the language and its texts into index.html. */
export function documentTexts(): Plugin {
  let language = '';
  return {
    name: 'authtrace:document-texts',
    configResolved({ mode }) {
      language = toLanguage(mode);
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const { told } = await importBuildTexts(language);
        return fillIn(html.replace('<html lang="en">', `<html lang="${language}">`), told.document);
      },
    },
  };
}
