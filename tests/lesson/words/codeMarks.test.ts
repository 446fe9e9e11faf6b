import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../src/cli/machine/paths.mjs';
import { openTelling } from '../../../src/lesson/tell.ts';
import { CODE_FILES, locateMark, NO_CODE } from '../../../src/lesson/texts/http/codeFiles.ts';
import { listCodeMarks } from '../../../src/lesson/words/lane/codeMarks.ts';
import { STEP_KINDS } from '../../../src/sim/action.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { runWalk } from '../../sim/runs.ts';

const read = (file: string) => readFileSync(join(ROOT, 'src/reference', file), 'utf8');
const texts = new Map(CODE_FILES.map((file) => [file, read(file)] as const));
const toText = (file: (typeof CODE_FILES)[number]) => texts.get(file) ?? '';

/** Steps in which nobody's code acts: nothing happens, or the browser acts by itself. */
const WITHOUT_CODE = {
  session: ['start', 'login.store', 'logout.cleanup', 'wait.pass', 'end.rest'],
  token: ['start', 'logout.cleanup', 'wait.pass', 'end.rest'],
};

/** Done by hand, by an attacker, or on the machine, none of which is in the files that are shown. */
const OUTSIDE = [
  ...['leave.drop', 'slow.start', 'slow.finish', 'tabs.send', 'tabs.first', 'tabs.second'],
  ...['steal.copy', 'replay.send', 'tamper.send', 'forge.send'],
  ...['inject.read', 'crossSite.send', 'plant.place', 'ban.mark', 'demote.mark'],
  ...['refresh.send', 'refresh.verify', 'refresh.respond', 'ride.send', 'refresh.whole'],
  'refreshTwice.whole',
];

/** What has code in one lane alone. */
const OWN = {
  session: ['slow.finish'],
  token: [
    ...['forget.drop', 'tabs.first', 'tabs.second', 'refresh.verify', 'refresh.whole'],
    'refreshTwice.whole',
  ],
};

const MARKS = STRATEGIES.flatMap((strategy) =>
  STEP_KINDS.flatMap((kind) =>
    listCodeMarks(kind, strategy).map((mark) => ({ ...mark, kind, strategy })),
  ),
);

test.each(MARKS)('$strategy $kind: $file from $from', ({ file, ...mark }) => {
  const found = locateMark({ file, ...mark }, toText(file));
  expect(found, `${file} has not exactly one line with ${mark.from}`).not.toBe(null);
  const [first, last] = found ?? [0, 0];
  const lines = toText(file).split('\n');
  expect(lines[first]).toContain(mark.from);
  expect(lines[last]).toContain(mark.to ?? mark.from);
  // One statement or one route, never half of the file.
  expect(last - first).toBeLessThan(14);
  // Without that line the mark points at nothing.
  expect(locateMark({ file, ...mark }, lines.toSpliced(first, 1).join('\n'))).toBe(null);
});

test('a step of a run has the marks of its kind', async () => {
  const { at } = openTelling(await runWalk());
  for (const strategy of STRATEGIES) {
    for (const step of [0, 3, 9, 12]) {
      expect(at(step)[strategy].code).toEqual(listCodeMarks(at(step).kind, strategy));
    }
    expect(at(3)[strategy].code).not.toEqual([]);
  }
});

describe.each(STRATEGIES)('%s', (strategy) => {
  test('every other step has code', () => {
    const without = STEP_KINDS.filter((kind) => listCodeMarks(kind, strategy).length === 0);
    const all = [...WITHOUT_CODE[strategy], 'outage.change', 'forget.drop', ...OUTSIDE];
    const own: readonly string[] = OWN[strategy];
    expect(without).toEqual(all.filter((kind) => !own.includes(kind)));
    expect(NO_CODE[strategy]).toMatch(/^(Session|Token) lane: no code acts\.$/);
  });

  test('no mark points into the other lane’s server', () => {
    const other = strategy === 'session' ? 'tokenServer.js' : 'sessionServer.js';
    const files = MARKS.filter((mark) => mark.strategy === strategy).map(({ file }) => file);
    expect(files).not.toContain(other);
    const own =
      strategy === 'session' ? ['sessionServer.js'] : ['tokenServer.js', 'refreshTokens.js'];
    expect(new Set(files)).toEqual(new Set(['client.js', ...own]));
  });

  test('a step marks no line twice', () => {
    for (const kind of STEP_KINDS) {
      const lines = listCodeMarks(kind, strategy).flatMap((mark) => {
        const [first, last] = locateMark(mark, toText(mark.file)) ?? [0, -1];
        return Array.from({ length: last - first + 1 }, (_, i) => `${mark.file}:${first + i}`);
      });
      expect(new Set(lines).size, kind).toBe(lines.length);
    }
  });
});

describe('locateMark', () => {
  const text = 'one\ntwo\nthree\ntwo and a half\nfour';
  const mark = (from: string, to?: string) =>
    locateMark({ file: 'client.js', from, ...(to === undefined ? {} : { to }) }, text);
  test.each([
    ['one', undefined, [0, 0]],
    ['one', 'three', [0, 2]],
    ['one', 'one', [0, 0]],
    ['one', 'two', [0, 1]],
    ['two', undefined, null],
    ['five', undefined, null],
    ['three', 'one', null],
    ['one', 'five', null],
  ] as const)('from %s to %s is %j', (from, to, lines) => {
    expect(mark(from, to)).toEqual(lines);
  });
});
