import { expect, test } from 'vitest';
import { toFailedLines } from '../../src/cli/test/failedTests.mjs';
import { listTests } from '../../src/cli/test/reportedTests.mjs';
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
  expect(toSlowLines(listTests({ vitest: vitest([5000, 20]), playwright }))).toEqual([
    'the slowest tests:',
    '  12.3 s  tests/e2e/axe.spec.ts: on a phone › in the dark',
    '   5.0 s  tests/sim/x.test.ts: engine 0',
    '   3.0 s  tests/e2e/axe.spec.ts: in the light',
    '   0.0 s  tests/sim/x.test.ts: engine 1',
  ]);
});

test('there are ten of them, and none without a report', () => {
  const many = Array.from({ length: 30 }, (_, i) => i);
  expect(toSlowLines(listTests({ vitest: vitest(many), playwright }))).toHaveLength(11);
  expect(toSlowLines(listTests({ vitest: null, playwright: null }))).toEqual([]);
});

const failing = {
  vitest: {
    testResults: [
      {
        name: '/clone/tests/sim/x.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'holds', status: 'passed', duration: 1 },
          {
            ...{ fullName: 'breaks', status: 'failed', duration: 1 },
            failureMessages: ['Error: \u001b[31mno\u001b[39m\n\n{ seed: 7 }\n    at x (y.ts:1:2)'],
          },
        ],
      },
      {
        name: '/clone/tests/sim/y.test.ts',
        status: 'failed',
        message: 'typo',
        assertionResults: [],
      },
    ],
  },
  playwright: {
    suites: [
      {
        title: 'axe.spec.ts',
        file: 'axe.spec.ts',
        specs: [
          {
            ...{ title: 'in the light', ok: false },
            tests: [{ results: [{ duration: 1, errors: [{ message: 'too pale' }] }] }],
          },
        ],
      },
    ],
  },
};

test('what failed is named with what it said, without colours and stack', () => {
  expect(toFailedLines(listTests(failing))).toEqual([
    'failed:',
    '  tests/sim/x.test.ts: breaks',
    '    Error: no',
    '    { seed: 7 }',
    '  tests/sim/y.test.ts: the file itself',
    '    typo',
    '  tests/e2e/axe.spec.ts: in the light',
    '    too pale',
  ]);
  expect(toFailedLines(listTests({ vitest: vitest([1]), playwright }))).toEqual([]);
});

test('a long message is cut', () => {
  const failure = Array.from({ length: 40 }, () => 'x'.repeat(900)).join('\n');
  const lines = toFailedLines([{ seconds: 0, file: 'a', name: 'b', failure }]);
  expect(lines).toHaveLength(14);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(310);
});
