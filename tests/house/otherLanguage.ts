/** Matches what stands in a room of words, of the first language. */
const FIRST = /^src\/lesson\/(words|texts|page)\/(.+)$/;

/** The path of the same file in another language; `null` for a file that has no words of the page. */
const toOwn = (path: string, language: string): string | null =>
  FIRST.test(path) ? path.replace(FIRST, `src/lesson/$1-${language}/$2`) : null;

const toName = (path: string) =>
  path
    .replace(/\.tsx?$/, '')
    .split(/\W+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** Writes the file by which the compiler holds each file of a language to that of the first. */
export function formatHeld(language: string, files: readonly string[]): string {
  const lines = files.toSorted().flatMap((path) => {
    const own = toOwn(path, language);
    if (own === null) return [];
    const [first, other] = [path, own].map((one) => one.replace('src/lesson/', './'));
    const name = toName(path.replace('src/lesson/', ''));
    return [`export type ${name} = HeldTo<typeof import('${first}'), typeof import('${other}')>;`];
  });
  return `import type { HeldTo } from './languages.ts';\n\n${lines.join('\n')}\n`;
}

/** Counts a language's files, and those that are letter by letter the first language's. */
export function countEqual(
  language: string,
  files: readonly string[],
  read: (path: string) => string,
): { readonly equal: number; readonly all: number } {
  const pairs = files.flatMap((path) => {
    const own = toOwn(path, language);
    return own !== null && files.includes(own) ? [[path, own] as const] : [];
  });
  const equal = pairs.filter(([first, own]) => read(first) === read(own));
  return { equal: equal.length, all: pairs.length };
}
