import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayAnnouncement } from '../../src/lesson/page/announcement.ts';
import { openTelling } from '../../src/lesson/tell.ts';
import { STEP_KINDS, toStepKinds } from '../../src/sim/action.ts';
import type { Scenario } from '../../src/sim/scenario.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import { extendTrace, forkTrace, runScenario } from '../../src/sim/trace.ts';
import { anyCookieRun, anyRun } from './arbitraries.ts';

const RUNS = 60;
const TIMEOUT_MS = 120_000;
const toScenario = (run: Pick<Scenario, 'settings' | 'actions'>): Scenario => ({
  ...{ id: 'any', title: '', question: '' },
  ...run,
});

/** With the session's data where it may be. */
const anyDesign = fc.oneof(
  { weight: 2, arbitrary: anyRun(60) },
  { weight: 1, arbitrary: anyCookieRun(60) },
);

test(
  'any sequence of at most 60 Actions under any settings gives defined frames with words',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyDesign, async (run) => {
        const trace = await runScenario(toScenario(run));
        const { frames } = trace;
        const { at } = openTelling(trace);
        expect(frames).toHaveLength(1 + run.actions.flatMap(toStepKinds).length);
        for (const [i, frame] of frames.entries()) {
          expect(frame.step).toBe(i);
          expect(STEP_KINDS).toContain(frame.kind);
          const { row } = at(i);
          const texts = [row.action, row.session.text, row.token.text, row.result];
          expect(texts.every((text) => typeof text === 'string' && text !== '')).toBe(true);
          expect(sayAnnouncement(at(i), frames.length - 1, 'both')).not.toMatch(
            /undefined|null\b|NaN|\[object/,
          );
          for (const strategy of STRATEGIES) {
            const { outcome } = frame[strategy];
            expect(outcome.type === 'denied').toBe(outcome.failure !== null);
            expect(outcome.type === 'idle').toBe(outcome.idle !== null);
            expect(row[strategy].detail).not.toBe(undefined);
          }
        }
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT_MS,
);

test(
  'extending equals running whole, and leaves what was there untouched',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyRun(12), async (run) => {
        const scenario = toScenario(run);
        const whole = await runScenario(scenario);
        const [last, ...before] = scenario.actions.toReversed();
        if (!last) return;
        const short = await runScenario({ ...scenario, actions: before.toReversed() });
        const saved = JSON.stringify(short);
        const longer = await extendTrace(short, last);
        expect(longer).toEqual(whole);
        // A second branch from the same trace, which the first one has already grown beyond.
        const branch = await extendTrace(short, { type: 'end' });
        expect(branch.frames.at(-1)?.kind).toBe('end.rest');
        expect(JSON.stringify(longer)).toBe(JSON.stringify(whole));
        expect(JSON.stringify(short)).toBe(saved);
        expect(forkTrace(longer, short.frames.length - 1)).toEqual(short);
        expect(JSON.parse(JSON.stringify(whole.frames))).toEqual(whole.frames);
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT_MS,
);

test(
  'a fork holds the Actions completed at its step, and running on leads to the same',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyRun(10), fc.nat(), async (run, at) => {
        const trace = await runScenario(toScenario(run));
        const fork = forkTrace(trace, at % trace.frames.length);
        const rest = run.actions.slice(fork.scenario.actions.length);
        let again = fork;
        for (const action of rest) again = await extendTrace(again, action);
        expect(again).toEqual(trace);
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT_MS,
);

test('a step that is not there cannot be forked, the start can', async () => {
  const trace = await runScenario(
    toScenario({ settings: (await fc.sample(anyRun(1), 1))[0]?.settings as never, actions: [] }),
  );
  for (const step of [-1, 1, 0.5, Number.NaN]) {
    expect(() => forkTrace(trace, step)).toThrow(RangeError);
  }
  expect(forkTrace(trace, 0)).toEqual(trace);
});
