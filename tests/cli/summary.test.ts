import { expect, test } from 'vitest';
import {
  countPlaywright,
  countVitest,
  toRow,
  toStoresLine,
  toSummary,
} from '../../src/cli/test/summary.mjs';

const toFile = (suite: string, statuses: readonly string[], status = 'passed') => ({
  name: `/clone/tests/${suite}/x.test.ts`,
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});

test('vitest is counted by the folder of its files', () => {
  const report = {
    testResults: [
      toFile('sim', ['passed', 'passed', 'failed'], 'failed'),
      toFile('page', ['passed', 'pending', 'todo', 'skipped']),
    ],
  };
  expect(countVitest(['sim', 'page'], report, 1)).toEqual([
    toRow('sim', { passed: 2, failed: 1 }),
    toRow('page', { passed: 1, skipped: 3 }),
  ]);
});

test('a file that cannot be loaded is a failure', () => {
  const [row] = countVitest(['sim'], { testResults: [toFile('sim', [], 'failed')] }, 1);
  expect(row).toEqual(toRow('sim', { failed: 1 }));
});

test('a suite without tests, and one without a report, are failures', () => {
  const counts = [
    ...countVitest(['sim'], { testResults: [] }, 0),
    ...countVitest(['sim'], null, 1),
    countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] }, 1),
    countPlaywright(null, 1),
  ];
  expect(counts.map((row: { failed: number }) => row.failed)).toEqual([1, 1, 1, 1]);
});

test('an error outside of the tests is a failure, too', () => {
  const rows = countVitest(['sim'], { testResults: [toFile('sim', ['passed'])] }, 1);
  expect(rows.map((row: { failed: number }) => row.failed)).toEqual([0, 1]);
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
  expect(countPlaywright({ stats, errors: [{}] }, 1).failed).toBe(1);
});

test('a flaky end-to-end test is a failure', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 1 };
  expect(countPlaywright({ stats, errors: [] }, 1)).toEqual(
    toRow('e2e', { passed: 3, failed: 2, skipped: 1 }),
  );
});

const toReport = (names: readonly string[], status = 'passed') => ({
  testResults: [{ assertionResults: names.map((fullName) => ({ fullName, status })) }],
});
const inStore = (name: string) => `all is the same, with the sessions in ${name} and more`;

test('the stores are those in which tests really ran', () => {
  const redis = { version: '7.0.15', library: '9.0.0' };
  const both = [inStore('LevelDB'), 'another test', inStore('Redis')];
  const line = 'stores: LevelDB, Redis 7.0.15 (connect-redis 9.0.0)';
  expect(toStoresLine(toReport(both), redis)).toBe(line);
  expect(toStoresLine(toReport(both, 'failed'), redis)).toBe(line);

  const one = toReport([inStore('LevelDB')]);
  expect(toStoresLine(one, { ...redis, why: 'set REDIS_URL' })).toBe(
    'stores: LevelDB; no Redis (set REDIS_URL)',
  );
  const none = 'stores: no LevelDB; no Redis (its tests did not run)';
  expect(toStoresLine(toReport(both, 'skipped'), redis)).toBe(none);
  expect(toStoresLine(null, redis)).toBe(none);
});

test('notes stand between the rows and the verdict', () => {
  const { lines } = toSummary([toRow('sim', { passed: 5 })], ['stores: LevelDB']);
  expect(lines.slice(-2)).toEqual(['stores: LevelDB', '5 passed, 0 failed']);
});

test('the last line is the verdict, and skipped counts as failed', () => {
  const { lines, failed } = toSummary([
    toRow('sim', { passed: 5 }),
    toRow('e2e', { passed: 2, failed: 1, skipped: 1 }),
  ]);
  expect(lines).toEqual([
    '',
    'sim  5 passed, 0 failed, 0 skipped',
    'e2e  2 passed, 1 failed, 1 skipped',
    '1 skipped, which counts as failed',
    '7 passed, 2 failed',
  ]);
  expect(failed).toBe(2);
});
