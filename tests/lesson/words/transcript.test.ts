import { expect, test } from 'vitest';
import { readStep } from '../../../src/lesson/read/moment.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { sayTranscriptLine } from '../../../src/lesson/words/run/transcript.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { getFrame, runWalk } from '../../sim/runs.ts';
import { OTHER_FACTS } from '../otherFacts.ts';
import type { Fact } from './sentenceFacts.ts';

const walk = await runWalk();
/** The lines of a run, each with its step. */
const toLines = (trace: Trace) => {
  const { run, at } = openTelling(trace);
  const steps = Array.from({ length: run.lastStep + 1 }, (_, step) => step);
  return steps.flatMap((step) => {
    const line = at(step).transcript;
    return line ? [{ step, ...line }] : [];
  });
};
const lines = toLines(walk);

test('tells each of the 12 steps once, in order', () => {
  expect(lines.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('is about 200 words long', () => {
  const words = lines.flatMap(({ text }) => text.split(/\s+/));
  expect(words.length).toBeGreaterThanOrEqual(150);
  expect(words.length).toBeLessThanOrEqual(260);
});

test('is plain prose: whole sentences, nothing left open', () => {
  for (const { text } of lines) {
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(text).not.toMatch(/undefined|null|NaN|[<>{}`]/);
  }
});

/** No line is typed in: what each says, and a run in which it says something else. */
test.each<[number, readonly Fact[]]>([
  [
    1,
    [
      ['ada', 'another name', 'grace'],
      ['no session and', 'a record everywhere', 'a session and'],
      ['no token yet', 'a client that keeps all', 'a token'],
    ],
  ],
  [2, [['are valid', 'the wrong password', 'are not valid']]],
  [3, [['abc123', 'another user ID', 'user-77']]],
  [4, [['200', 'the wrong password', '401']]],
  [5, [['localStorage', 'a token in memory', 'memory']]],
  [6, [['/profile', 'another page', '/admin']]],
  [
    7,
    [
      ['abc123', 'another user ID', 'user-77'],
      ['12:15:00', 'a shorter token', '12:02:00'],
    ],
  ],
  [8, [['200', 'the wrong password', '401']]],
  [
    9,
    [
      ['POST /logout', 'another target', 'POST /api/logout'],
      ['destroys', 'a record that is kept', 'keeps the session'],
      ['deletes its token', 'a client that keeps all', 'keeps its token'],
    ],
  ],
  [
    10,
    [
      ['no records', 'a record that is kept', '1 record'],
      ['15 min', 'a shorter token', '2 min'],
      ['accepted', 'a token refused', 'refused'],
    ],
  ],
  [
    11,
    [
      ['no cookie', 'a cookie that is kept', 'a cookie'],
      ['no token', 'a token in use', 'a token'],
      ['401 and 401', 'a token in use', '401 and 200'],
    ],
  ],
  [
    12,
    [
      ['is destroyed', 'a record that is kept', 'is still there'],
      ['is deleted', 'a client that keeps all', 'is still there'],
    ],
  ],
])('line %i follows the facts', (step, facts) => {
  // In the walk's own words, though by its settings such a run is another than the walk.
  const toLine = (trace: Trace) =>
    sayTranscriptLine(readStep(trace, getFrame(trace, step)), true)?.text;
  for (const [was, otherwise, is] of facts) {
    const other = toLine(OTHER_FACTS[otherwise]);
    expect(toLine(walk)).toContain(was);
    expect(other).toContain(is);
    if (!is.includes(was)) expect(other).not.toContain(was);
  }
});
