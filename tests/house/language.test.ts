import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillIn } from '../../src/build/documentTexts.ts';
import { languageRooms, toLanguage } from '../../src/build/language.ts';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import type { HeldTo, InLanguage } from '../../src/lesson/languages.ts';
import { LANGUAGES } from '../../src/lesson/languages.ts';
import { countEqual, formatHeld } from './otherLanguage.ts';
import { readSource, SOURCES } from './sources.ts';

const LISTED = ['en', 'de'];

/** Lists the files of words, texts and page that one of two languages has and the other has not. */
function findGaps(language: string, files: readonly string[]): string[] {
  const listFiles = (room: RegExp) =>
    files.filter((path) => room.test(path)).map((path) => path.replace(room, '$1/'));
  const first = listFiles(/^src\/lesson\/(words|texts|page)\//);
  const own = listFiles(new RegExp(`^src/lesson/(words|texts|page)-${language}/`));
  return [
    ...first.filter((path) => !own.includes(path)),
    ...own.filter((path) => !first.includes(path)),
  ];
}

test('every further language that is listed has its files, one for each of the first', () => {
  expect(LANGUAGES.slice(1).flatMap((language) => findGaps(language, SOURCES))).toEqual([]);
  const two = ['src/lesson/words/a.ts', 'src/lesson/page/b/c.ts', 'src/lesson/read/d.ts'];
  expect(findGaps('de', two)).toEqual(['words/a.ts', 'page/b/c.ts']);
  expect(findGaps('de', [...two, 'src/lesson/words-de/a.ts'])).toEqual(['page/b/c.ts']);
  const whole = [...two, 'src/lesson/words-de/a.ts', 'src/lesson/page-de/b/c.ts'];
  expect(findGaps('de', whole)).toEqual([]);
  expect(findGaps('de', [...whole, 'src/lesson/texts-de/e.ts'])).toEqual(['texts/e.ts']);
});

/** Writes the file that holds a language's files to those of the first. */
const UPDATE = process.env.UPDATE_HELD === '1';
const HOW = 'UPDATE_HELD=1 npx vitest run --config src/cli/test/vitest.config.ts --project house';
/** As the formatter may break lines. */
const withoutSpace = (text: string) => text.replaceAll(/\s/g, '');

describe.each(LANGUAGES.slice(1))('%s', (language) => {
  const { equal, all } = countEqual(language, SOURCES, readSource);
  test(`is held to the first language; ${equal} of its ${all} files still equal that`, () => {
    const path = `src/lesson/held-${language}.ts`;
    const held = formatHeld(language, SOURCES);
    if (UPDATE) writeFileSync(join(ROOT, path), held);
    const own = UPDATE || SOURCES.includes(path) ? readSource(path) : '';
    expect(withoutSpace(own), `${path} has other lines; run: ${HOW} language`).toBe(
      withoutSpace(held),
    );
  });
});

test('each file of a language gets its line, and those that are still a copy are counted', () => {
  const texts: Readonly<Record<string, string>> = {
    'src/lesson/words/a.ts': 'A',
    'src/lesson/page/b/see-c.ts': 'See',
    'src/lesson/read/d.ts': 'D',
    'src/lesson/words-de/a.ts': 'A',
    'src/lesson/page-de/b/see-c.ts': 'Siehe',
  };
  const files = Object.keys(texts);
  expect(formatHeld('de', files).split('\n').slice(2, -1)).toEqual([
    "export type PageBSeeC = HeldTo<typeof import('./page/b/see-c.ts'), typeof import('./page-de/b/see-c.ts')>;",
    "export type WordsA = HeldTo<typeof import('./words/a.ts'), typeof import('./words-de/a.ts')>;",
  ]);
  expect(countEqual('de', files, (path) => texts[path] ?? '')).toEqual({ equal: 1, all: 2 });
  // No two files have one name.
  const names = formatHeld('de', SOURCES).match(/(?<=type )\w+(?= =)/g) ?? [];
  expect(new Set(names).size).toBe(names.length);
});

type Exercise = typeof import('../../src/lesson/texts/practise/exercise.ts');
type Faults = typeof import('../../src/lesson/texts/faults.ts');
type Fits<First, Own> = Own extends InLanguage<First> ? true : false;
/** As a language's own file says it. */
type Held = HeldTo<Faults, { readonly sayFault: (fault: { readonly type: string }) => 'Falsch.' }>;

test('the compiler holds a file of another language to that of the first', () => {
  // What each is said to be is what it is, or this file does not compile.
  const fits: readonly [
    Fits<Exercise, Exercise>,
    Fits<Faults, Held>,
    Fits<Faults, object>,
    Fits<Faults, { readonly sayFault: string }>,
    Fits<Faults, { readonly sayFault: (fault: string) => string }>,
    Fits<{ readonly TITLE: 'Log in' }, { readonly TITLE: 'Anmelden' }>,
    Fits<{ readonly TITLE: 'Log in' }, { readonly TITLE: 7 }>,
  ] = [true, true, false, false, false, true, false];
  expect(fits.filter(Boolean)).toHaveLength(3);
});

test('a mode that is not Vite’s own asks for a language that is listed', () => {
  expect(
    ['production', 'development', 'test', 'de'].map((mode) => toLanguage(mode, LISTED)),
  ).toEqual(['en', 'en', 'en', 'de']);
  expect(() => toLanguage('fr', LISTED)).toThrow('no language fr among en, de');
});

test('the texts of the document stand where index.html names them', () => {
  expect(fillIn('<p title="%a%">%b%</p> 50% of 100%', { a: '"1" & 2', b: '<b>' })).toBe(
    '<p title="&quot;1&quot; &amp; 2">&lt;b></p> 50% of 100%',
  );
  expect(() => fillIn('%none%', {})).toThrow('names none');
});

describe('a page', () => {
  let root = '';
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'authtrace-language-'));
    write('src/main.ts', "import { say } from './lesson/words/say.ts'; document.title = say();");
    write('src/lesson/read/day.ts', 'export const day = () => location.hash;');
    for (const [room, hello, night] of [
      ['', 'Hello', 'Night'],
      ['-de', 'Hallo', 'Nacht'],
    ]) {
      write(`src/lesson/texts${room}/hello.ts`, `export const HELLO = '${hello}';`);
      write(`src/lesson/words${room}/night.ts`, `export const NIGHT = '${night}';`);
      // The same file in each: it imports a neighbour, another room, and what has no words.
      write(
        `src/lesson/words${room}/say.ts`,
        "import { day } from '../read/day.ts';\nimport { HELLO } from '../texts/hello.ts';\nimport { NIGHT } from './night.ts';\nexport const say = () => day() + HELLO + NIGHT;",
      );
    }
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test.each([
    ['en', ['Hello', 'Night']],
    ['de', ['Hallo', 'Nacht']],
  ])('in %s has the words of that language, and no other’s', async (language, words) => {
    const result = (await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [languageRooms(language, LISTED)],
      build: { write: false, rolldownOptions: { input: join(root, 'src/main.ts') } },
    })) as Rolldown.RolldownOutput;
    const code = result.output.map((file) => ('code' in file ? file.code : '')).join('');
    expect(code.match(/Hello|Hallo|Night|Nacht/g)?.sort()).toEqual(words);
    expect(code).toContain('location.hash');
  });
});
