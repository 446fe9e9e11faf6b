import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTelling } from '../../../src/lesson/tell.ts';
import { PREDICT_TEXTS } from '../../../src/lesson/texts/panels/check/predict.ts';
import { listAsked, WALK_ASKED } from '../../../src/lesson/told/askedSteps.ts';
import {
  askFor,
  findQuestion,
  isRightIn,
  listTellingLanes,
  type Question,
  type Subject,
  toTellingLane,
  WHICH,
} from '../../../src/lesson/told/question.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../../src/sim/scenarios.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { anyRun } from '../../sim/arbitraries.ts';

/** Expects at least two options that all say something else, also as they are written, one of them right. */
function expectFair(question: Question) {
  const { options, right } = question;
  const written = options.map((option) => PREDICT_TEXTS.sayOption(question, option).toLowerCase());
  expect({
    isChoice: options.length >= 2,
    right: options.filter((option) => option === right),
    empty: written.filter((text) => text.trim() === ''),
    alike: written.filter((text, i) =>
      written.slice(i + 1).some((other) => other.includes(text) || text.includes(other)),
    ),
  }).toEqual({ isChoice: true, right: [right], empty: [], alike: [] });
  expect(PREDICT_TEXTS.sayQuestion(question)).toMatch(/^[A-Z].*\?$/);
}

describe('the walk', () => {
  it('asks before six steps, and the right answers are those of its table and tracker', async () => {
    const telling = openTelling(await runScenario(LOGIN_TO_LOGOUT));
    expect(listAsked(telling)).toEqual(WALK_ASKED);
    const right = WALK_ASKED.map((step) => findQuestion(telling, step)?.right);
    expect(right).toEqual([
      "{ userId: 'abc123' }",
      'Client sends token in Authorization header',
      'Verify token signature and expiry',
      'token',
      'No server cleanup needed',
      'nobody',
    ]);
  });

  it('asks nothing before the other steps', async () => {
    const telling = openTelling(await runScenario(LOGIN_TO_LOGOUT));
    const others = [1, 2, 4, 5, 8, 12];
    expect(others.map((step) => findQuestion(telling, step))).toEqual(others.map(() => null));
  });

  it('offers for a cell what the other lane does, and what was a step before', async () => {
    const telling = openTelling(await runScenario(LOGIN_TO_LOGOUT));
    expect(findQuestion(telling, 10)?.options).toEqual([
      'Client deletes token locally',
      'Destroy session on server',
      'No server cleanup needed',
    ]);
  });
});

describe('a scenario', () => {
  it.each(
    SCENARIOS.filter(({ id }) => id !== 'login-to-logout').map((one) => [one.id, one] as const),
  )(
    '%s asks once, before anything of the deciding Action shows a verdict',
    async (_id, scenario) => {
      const telling = openTelling(await runScenario(scenario));
      const [step, ...more] = listAsked(telling);
      expect(more).toEqual([]);
      if (step === undefined) throw new Error('nothing is asked');
      const question = findQuestion(telling, step);
      if (!question) throw new Error('there is no question');
      expectFair(question);
      expect(step).toBe(telling.run.asks);
      expect(question.answeredAt).toBe(telling.run.answers);
      const { actionIndex } = telling.at(question.answeredAt);
      for (let before = step - 1; telling.at(before).actionIndex === actionIndex; before -= 1) {
        const { session, token } = telling.at(before);
        expect([session, token].map(({ badge }) => badge.tone)).not.toContain('breach');
        expect([session, token].map(({ badge }) => badge.tone)).not.toContain('held');
      }
    },
  );

  it('asks who lets in what the server decides on, by both scales', async () => {
    const read = async (id: string, step?: number) => {
      const scenario = SCENARIOS.find((one) => one.id === id);
      if (!scenario) throw new RangeError(id);
      const telling = openTelling(await runScenario(scenario));
      const question = findQuestion(telling, step ?? listAsked(telling)[0] ?? 0);
      return question && [PREDICT_TEXTS.sayQuestion(question), question.right];
    };
    expect(await read('stolen-then-logout')).toEqual([
      'Who lets the last attack through?',
      'token',
    ]);
    expect(await read('csrf-samesite-none')).toEqual([
      'Who lets the first attack through?',
      'session',
    ]);
    expect(await read('csrf-samesite-lax')).toEqual([
      'Who lets the first attack through?',
      'nobody',
    ]);
    expect(await read('two-servers-shared-store')).toEqual([
      'The user asks for /profile again: who lets it in?',
      'both',
    ]);
    expect(await read('login-to-logout', 11)).toEqual([
      'The user asks for /profile again: who lets it in?',
      'nobody',
    ]);
    expect(await read('back-after-logout')).toEqual([
      'The user presses Back: who shows the page?',
      'both',
    ]);
    expect(await read('password-kept')).toEqual(['Who still has the password?', 'nobody']);
  });

  it('has no half of a wrong answer right, and explains one by both lanes', async () => {
    const telling = openTelling(await runScenario(LOGIN_TO_LOGOUT));
    const question = findQuestion(telling, 11);
    if (!question) throw new Error('there is no question');
    expect(isRightIn(question, 'token', 'session')).toBeNull();
    expect(isRightIn(question, 'token', 'token')).toBe(false);
    expect(isRightIn(question, 'nobody', 'session')).toBe(true);
    expect(listTellingLanes(question, 'token')).toEqual(['token', 'session']);
    expect(listTellingLanes(question, 'both')).toEqual(['session', 'token']);
  });

  it('explains a wrong guess by the first lane that it has wrong', async () => {
    const telling = openTelling(await runScenario(LOGIN_TO_LOGOUT));
    const question = findQuestion(telling, 11);
    if (!question) throw new Error('there is no question');
    expect(WHICH.map((said) => toTellingLane(question, said))).toEqual([
      'session',
      'session',
      'token',
      'session',
    ]);
  });
});

describe('any run', () => {
  const subjects: readonly Subject[] = [
    { about: 'entry' },
    { about: 'password' },
    { about: 'variable', variable: 'sessionStore' },
    { about: 'variable', variable: 'sessionStoreB' },
    { about: 'variable', variable: 'sessionCookie' },
    { about: 'variable', variable: 'token' },
    { about: 'cell', lane: 'session' },
    { about: 'cell', lane: 'token' },
  ];

  it('is asked about fairly at each step, or not at all; and one of one’s own is not asked about', async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(anyRun(8), async (run) => {
        const telling = openTelling(await runScenario({ ...LOGIN_TO_LOGOUT, ...run }));
        expect(listAsked(telling)).toEqual([]);
        for (let step = 1; step <= telling.run.lastStep; step += 1) {
          for (const subject of subjects) {
            const question = askFor(telling, subject, step);
            if (!question) continue;
            asked += 1;
            expectFair(question);
            expect(question.right).toBe(askFor(telling, subject, step)?.right);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(asked).toBeGreaterThan(10_000);
  });
});
