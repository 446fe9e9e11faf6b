import { expect, expectTypeOf, test } from 'vitest';
import { getWords, STEPS } from '../../../src/lesson/words/steps/steps.ts';
import type { StepWords } from '../../../src/lesson/words/steps/stepWords.ts';
import { STEP_KINDS } from '../../../src/sim/action.ts';
import type { StepKind } from '../../../src/sim/stepKind.ts';

test('every kind of step has its words, and no other has', () => {
  expectTypeOf<keyof typeof STEPS>().toEqualTypeOf<StepKind>();
  expectTypeOf(getWords).toEqualTypeOf<(kind: StepKind) => StepWords>();
  expect(Object.keys(STEPS).sort()).toEqual([...STEP_KINDS].sort());
  for (const kind of STEP_KINDS) expect(getWords(kind)).toBe(STEPS[kind]);
});
