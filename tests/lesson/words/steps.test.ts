import { expect, expectTypeOf, test } from 'vitest';
import { IN_COOKIE_STEPS } from '../../../src/lesson/words/steps/inCookie/inCookie.ts';
import { getWords, STEPS } from '../../../src/lesson/words/steps/steps.ts';
import type { StepWords } from '../../../src/lesson/words/steps/stepWords.ts';
import { STEP_KINDS } from '../../../src/sim/action.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import type { StepKind } from '../../../src/sim/stepKind.ts';

const inCookie = changeSettings({ session: { dataIn: 'cookie' } });
const inStore = changeSettings({ session: { dataIn: 'store' } });

test.each([
  ['in a store', STEPS, inStore],
  ['in the cookie', IN_COOKIE_STEPS, inCookie],
])('every kind of step has its words with the data %s, and no other has', (_, all, settings) => {
  expectTypeOf<keyof typeof STEPS>().toEqualTypeOf<StepKind>();
  expectTypeOf<keyof typeof IN_COOKIE_STEPS>().toEqualTypeOf<StepKind>();
  expectTypeOf(getWords).toEqualTypeOf<(kind: StepKind, settings: Settings) => StepWords>();
  expect(Object.keys(all).sort()).toEqual([...STEP_KINDS].sort());
  for (const kind of STEP_KINDS) expect(getWords(kind, settings)).toBe(all[kind]);
});
