import { expect, test } from 'vitest';
import { CHECKS } from '../../../src/cli/checkServer/checks/checks.ts';
import schema from '../../../src/cli/checkServer/report/report.schema.json';
import { findBreaches, type Schema } from './findBreaches.ts';
import { servePlainSessions } from './servers/plainSessions.ts';
import { servePlainTokens } from './servers/plainTokens.ts';
import { check, PASSWORD } from './suite.ts';

const SHAPE: Schema = schema;

const REPORTS = [
  ['of a sound server', () => servePlainSessions(), []],
  ['of a server with tokens', () => servePlainTokens(), ['--strict', '--allow', 'logout.there']],
  ['of findings', () => servePlainSessions({ keepsOld: true, toId: () => '17' }), []],
  ['of a login that was not found', () => servePlainSessions(), ['--login-path', '/enter']],
] as const;

test.each(REPORTS)('the JSON %s has the shape that is documented', async (_name, app, options) => {
  const report = JSON.parse(JSON.stringify(await check({ app, options })));
  expect(findBreaches(report, SHAPE)).toEqual([]);
  const ids = report.findings.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const text = JSON.stringify(report);
  expect(text).not.toContain(PASSWORD);
  expect(text).not.toMatch(/eyJ[\w-]+\.[\w-]+\./);
});

test('a report of another shape is seen to be one', async () => {
  const report = await check({ app: () => servePlainTokens() });
  const [finding] = report.findings;
  expect(findBreaches({ ...report, more: 1 }, SHAPE)).toEqual(['$.more is not known']);
  expect(findBreaches({ ...report, exitCode: 3 }, SHAPE)).toEqual([
    '$.exitCode: 3 is none of them',
  ]);
  const { mark: _mark, ...rest } = finding ?? {};
  expect(findBreaches({ ...report, findings: [rest] }, SHAPE)).toEqual([
    '$.findings[0].mark is missing',
  ]);
  expect(findBreaches({ ...report, found: [] }, SHAPE)).toEqual(['$.found: array']);
});

test('each check has an ID of its own, and follows only what comes before it', () => {
  const ids = CHECKS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [i, { id, follows = [] }] of CHECKS.entries()) {
    for (const cause of follows)
      expect([id, ids.slice(0, i)]).toEqual([id, expect.arrayContaining([cause])]);
  }
});
