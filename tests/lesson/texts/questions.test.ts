import { describe, expect, test } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import { KEY_MOMENTS } from '../../../src/lesson/texts/keyMoments.ts';
import { QUIZ } from '../../../src/lesson/texts/quiz.ts';
import {
  SNAPSHOT,
  SNAPSHOT_IN_SHORT,
  SNAPSHOT_LOGOUT,
} from '../../../src/lesson/texts/snapshot.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { runWalk } from '../../sim/runs.ts';
import { KEY_MOMENT_CELLS, QUIZ_ANSWERS, TABLE_COLUMNS } from '../walkFacts.ts';

const { run, at } = openTelling(await runWalk());
const steps: readonly number[] = run.checkpoints.map(({ step }) => step);

describe('key moments', () => {
  test('point where the lesson says', () => {
    const cells = KEY_MOMENTS.map(({ step, variable }) => ({ step, variable }));
    expect(cells).toEqual(KEY_MOMENT_CELLS);
    for (const { step } of cells) expect(steps).toContain(step);
  });

  // What stands in the cell, and what the answer says about it.
  test.each([
    [
      0,
      /^\{ userId: /,
      /data stays in sessionStore.*only|data stays in sessionStore.*nothing but its ID/s,
    ],
    [
      1,
      /^sent with request$/,
      /browser attaches the session cookie by itself.*own code.*Authorization header/s,
    ],
    [
      2,
      /^\{\}$/,
      /server destroys the session.*deleted on the client.*keeps no track.*until it expires/s,
    ],
  ])('moment %i is answered by its cell', (index, content, answer) => {
    const moment = KEY_MOMENTS[index];
    if (!moment) throw new RangeError(`no key moment ${index}`);
    expect(at(moment.step).variables[moment.variable]).toMatch(content);
    expect(moment.answer).toMatch(answer);
    expect(moment.question).toMatch(/\?$/);
  });
});

describe('the quiz', () => {
  test('has the lesson’s answers at the lesson’s cells', () => {
    expect(QUIZ).toHaveLength(QUIZ_ANSWERS.length);
    QUIZ.forEach(({ answer, shownAt }, i) => {
      const { answer: right, cell } = QUIZ_ANSWERS[i] ?? {};
      expect(answer).toBe(right);
      const place =
        'table' in shownAt ? TABLE_COLUMNS[shownAt.table === 'session' ? 2 : 3] : shownAt.variable;
      expect({ step: shownAt.step, place }).toEqual({
        step: cell?.step,
        place: cell && 'column' in cell ? cell.column : cell?.variable,
      });
    });
  });

  test.each(QUIZ)('$question: four options, each explained, and a hint to the cell', (question) => {
    const { options, hint, shownAt } = question;
    expect(new Set(options.map(({ text }) => text)).size).toBe(4);
    for (const { explanation } of options) expect(explanation.length).toBeGreaterThan(30);
    expect(hint).toContain(String(shownAt.step));
    const named =
      'table' in shownAt ? TABLE_COLUMNS[shownAt.table === 'session' ? 2 : 3] : shownAt.variable;
    expect(hint).toContain(named);
    if (!('table' in shownAt)) expect(steps).toContain(shownAt.step);
  });

  // The right option, and the cell’s own words for it.
  test.each([
    [0, 'A JWT with the user’s ID in its payload', 'Create JWT token with user ID payload'],
    [1, 'It is cleared: an empty object', '{}'],
    [2, 'The browser sends the session cookie by itself', 'sent with request'],
  ])('question %i: %s', (index, text, content) => {
    const { options, answer, shownAt } = QUIZ[index] ?? { options: [], answer: -1, shownAt: null };
    expect(options[answer]?.text).toBe(text);
    if (!shownAt) throw new RangeError(`no question ${index}`);
    const { step } = shownAt;
    const cell =
      'table' in shownAt ? at(step).row[shownAt.table].text : at(step).variables[shownAt.variable];
    expect(cell).toBe(content);
  });
});

describe('the snapshot', () => {
  test.each([
    [
      'session',
      [
        /server stores.*session’s data/i,
        /cookie with the session ID/,
        /browser sends.*by itself/,
        /checks the session on every request/,
      ],
    ],
    [
      'token',
      [
        /creates a signed token.*JWT/,
        /client stores.*localStorage.*memory/,
        /Authorization header/,
        /verifies.*signature/,
      ],
    ],
  ] as const)('has the four facts of %s', (strategy, facts) => {
    expect(SNAPSHOT[strategy]).toHaveLength(facts.length);
    facts.forEach((fact, i) => {
      expect(SNAPSHOT[strategy][i]).toMatch(fact);
    });
  });

  test('has both logouts and the short of it', () => {
    expect(SNAPSHOT_LOGOUT.session).toMatch(/destroyed on the server/);
    expect(SNAPSHOT_LOGOUT.token).toMatch(/deleted on the client/);
    expect(SNAPSHOT_IN_SHORT).toMatch(
      /^In this walk tokens are stateless; sessions need memory on the server\..*deny-list.*cookie/,
    );
    expect(Object.keys(SNAPSHOT_LOGOUT)).toEqual([...STRATEGIES]);
  });
});
