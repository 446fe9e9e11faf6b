import { expect, test } from 'vitest';
import { toSlowLines } from '../../src/cli/test/slowTests.mjs';

const vitest = (durations: readonly number[]) => ({
  testResults: [
    {
      name: '/clone/tests/sim/x.test.ts',
      assertionResults: durations.map((duration, i) => ({ fullName: `engine ${i}`, duration })),
    },
  ],
});
const spec = (title: string, duration: number) => ({
  title,
  tests: [{ results: [{ duration }] }],
});
const playwright = {
  suites: [
    {
      title: 'axe.spec.ts',
      file: 'axe.spec.ts',
      specs: [spec('in the light', 3000)],
      suites: [{ title: 'on a phone', specs: [spec('in the dark', 12_340)] }],
    },
  ],
};

test('the slowest tests of all reports are named, the slowest first', () => {
  expect(toSlowLines({ vitest: vitest([5000, 20]), playwright })).toEqual([
    'the slowest tests:',
    '  12.3 s  tests/e2e/axe.spec.ts: on a phone › in the dark',
    '   5.0 s  tests/sim/x.test.ts: engine 0',
    '   3.0 s  tests/e2e/axe.spec.ts: in the light',
    '   0.0 s  tests/sim/x.test.ts: engine 1',
  ]);
});

test('there are ten of them, and none without a report', () => {
  const many = Array.from({ length: 30 }, (_, i) => i);
  expect(toSlowLines({ vitest: vitest(many), playwright })).toHaveLength(11);
  expect(toSlowLines({ vitest: null, playwright: null })).toEqual([]);
});
