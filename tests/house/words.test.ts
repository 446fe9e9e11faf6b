import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import { listImports, visitNodes } from './importRules.ts';
import { readSource, SOURCES } from './sources.ts';

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(ts|tsx|js|mjs|jsx)$/.test(path),
);

test.each(['learnWords', 'amend(', 'as unknown as'])('nobody says %s', (words) => {
  expect(files.length).toBeGreaterThan(200);
  const found = files.filter((path) =>
    readFileSync(join(ROOT, 'src', path), 'utf8').includes(words),
  );
  expect(found).toEqual([]);
});

test('no panel looks into a run’s Trace: it is told', () => {
  const panels = files.filter((path) => /^panels[\\/].*\.tsx?$/.test(path));
  expect(panels.length).toBeGreaterThan(100);
  const found = panels.filter((path) =>
    /\b(trace|frames)\b/.test(readFileSync(join(ROOT, 'src', path), 'utf8')),
  );
  expect(found).toEqual([]);
});

/** Lists the places where a file reads one of some members, as `a.state` or by taking it out of an object. */
function listReads(members: readonly string[], source: string, path: string): string[] {
  const found: string[] = [];
  const add = (node: unknown) => {
    const name = nameOf(node);
    if (name !== undefined && members.includes(name)) found.push(`${path}: ${name}`);
  };
  visitNodes(parseSync(path, source).program, (node) => {
    if (node.type === 'MemberExpression' && node.computed !== true) add(node.property);
    if (node.type === 'ObjectPattern')
      for (const { key } of node.properties as { key?: unknown }[]) add(key);
  });
  return found;
}

const nameOf = (node: unknown) => (node as { name?: string } | undefined)?.name;

const WORDS = SOURCES.filter((path) => path.startsWith('src/lesson/words/'));
const listReadsOfWords = (...members: readonly string[]) =>
  WORDS.flatMap((path) => listReads(members, readSource(path), path));

test('no words look into the engine’s State: facts are read for them', () => {
  expect(listReads(['state'], 'const { lane: { state } } = moment;', 'a.ts')).toHaveLength(1);
  expect(listReads(['state'], 'const clock = moment.lane.state.clock;', 'a.ts')).toHaveLength(1);
  expect(WORDS.length).toBeGreaterThan(100);
  expect(listReadsOfWords('state')).toEqual([]);
});

test('no words look through a run’s frames: what matters in it is read for them', () => {
  expect(listReadsOfWords('frames')).toEqual([]);
});

/** What readers find the engine’s messages by. */
const FINDS_MESSAGES = /\/read\/(traffic|carried)\.ts$/;

test('no words look into the engine’s messages: facts are read for them', () => {
  expect(listReads(['headers'], 'const [first] = request.headers;', 'a.ts')).toHaveLength(1);
  expect(listReadsOfWords('messages', 'headers', 'carries', 'body')).toEqual([]);
  const imports = WORDS.flatMap((path) => listImports(path, readSource(path)));
  expect(imports.length).toBeGreaterThan(500);
  const found = imports.filter(
    ({ specifier, typeOnly }) =>
      specifier.endsWith('/sim/message.ts') || (!typeOnly && FINDS_MESSAGES.test(specifier)),
  );
  expect(found).toEqual([]);
});

/** Counts the calls through a cast, as `(TABLE[key] as Say)(item)`: whoever is missing in the table is not found. */
function countCastCalls(source: string, path: string): number {
  let found = 0;
  visitNodes(parseSync(path, source).program, ({ type, callee }) => {
    const called = callee as { type?: string; expression?: { type?: string } } | undefined;
    const inner = called?.type === 'ParenthesizedExpression' ? called.expression : called;
    if (type === 'CallExpression' && inner?.type === 'TSAsExpression') found += 1;
  });
  return found;
}

test('no function is called as another than it is', () => {
  expect(countCastCalls('(TABLE[action.type] as Say)(action);', 'a.ts')).toBe(1);
  expect(countCastCalls('(TABLE as Table)[name]();', 'a.ts')).toBe(0);
  expect(SOURCES.length).toBeGreaterThan(500);
  expect(SOURCES.filter((path) => countCastCalls(readSource(path), path) > 0)).toEqual([]);
});

const ACTOR_IDS: readonly unknown[] = ['client', 'attacker', 'app', 'server2'];

interface Compared {
  readonly value?: unknown;
  readonly property?: unknown;
  readonly expression?: { readonly property?: unknown };
}

/** Lists what a file compares with an actor's ID that is written out, unless it is a role or a place. */
function listComparedIds(source: string, path: string): string[] {
  const found: string[] = [];
  visitNodes(parseSync(path, source).program, ({ type, operator, left, right }) => {
    if (type !== 'BinaryExpression' || !/^[!=]==?$/.test(String(operator))) return;
    const sides = [left, right] as Compared[];
    if (!sides.some(({ value }) => ACTOR_IDS.includes(value))) return;
    // `actor?.who` is a chain with the member in it.
    const names = sides.map((side) => nameOf(side) ?? nameOf((side.expression ?? side).property));
    if (!names.some((name) => name === 'who' || name === 'place')) found.push(path);
  });
  return found;
}

test('whose a browser is, is decided in one place', () => {
  expect(listComparedIds("const a = action.client === 'attacker';", 'a.ts')).toHaveLength(1);
  expect(listComparedIds("const a = 'server2' !== server;", 'a.ts')).toHaveLength(1);
  expect(listComparedIds("const a = actor.who === 'attacker';", 'a.ts')).toHaveLength(0);
  const rooms = SOURCES.filter((path) => /^src\/(lesson|player|panels)\//.test(path));
  const found = rooms.flatMap((path) => listComparedIds(readSource(path), path));
  expect([...new Set(found)]).toEqual(['src/lesson/told/actorIds.ts']);
});

/** Lists the strings and templates of a file, a template's values as `…`. */
function listTexts(path: string): string[] {
  const texts: string[] = [];
  visitNodes(parseSync(path, readSource(path)).program, ({ type, value, quasis }) => {
    if (type === 'Literal' && typeof value === 'string') texts.push(value);
    if (type === 'TemplateLiteral')
      texts.push((quasis as { value: { cooked: string } }[]).map((q) => q.value.cooked).join('…'));
  });
  return texts;
}

/** Tells whether a text is a sentence that has to stand behind or before another: joinSentences sets the space. */
const isGlued = (text: string): boolean => /^[ .,;:].*[.!?]$|^\. |[.!?] $/s.test(text);

test('no sentence of a run begins or ends as a part of another', () => {
  const words = SOURCES.filter((path) => path.startsWith('src/lesson/words/'));
  expect(words.length).toBeGreaterThan(90);
  const found = words.flatMap((path) =>
    listTexts(path)
      .filter(isGlued)
      .map((text) => `${path}: ${text}`),
  );
  expect(found).toEqual([]);
});

test('sentences of a step are joined as sentences, not spread into one', () => {
  const steps = SOURCES.filter((path) => path.startsWith('src/lesson/words/steps/'));
  expect(steps.length).toBeGreaterThan(50);
  const found = steps.filter((path) => {
    let spreads = 0;
    visitNodes(parseSync(path, readSource(path)).program, ({ type, elements }) => {
      const isSpread = (one: unknown) =>
        (one as { type?: unknown } | null)?.type === 'SpreadElement';
      if (type === 'ArrayExpression' && (elements as unknown[]).some(isSpread)) spreads += 1;
    });
    return spreads > 0;
  });
  expect(found).toEqual([]);
});

test.each([
  ' The record is gone.',
  ', and the jar is empty.',
  '. It cannot tell.',
  ': the token of … holds.',
  'The answer is 200. ',
])('“%s” is glued', (text) => expect(isGlued(text)).toBe(true));

test.each(['The record is gone.', ' at server …', ', no exp', '… later', 'Held: '])(
  '“%s” is not',
  (text) => expect(isGlued(text)).toBe(false),
);
