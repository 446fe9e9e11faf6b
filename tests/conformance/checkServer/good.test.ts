import { expect, test } from 'vitest';
import { createSessionApp } from '../../../src/reference/sessionServer.js';
import { createTokenApp } from '../../../src/reference/tokenServer.js';
import { check, findCheck, listFindings, listFlaws } from './check.ts';
import { servePlainSessions } from './plainSessions.ts';
import { servePlainTokens } from './plainToken.ts';

const secret = 'a secret of the tests that stands in no list';
const denyList = new Map<string, number>();

test.each([
  ['session', 'the reference server', () => createSessionApp({ secret } as object)],
  ['token', 'the reference server', () => createTokenApp({ secret } as object)],
  ['token', 'the reference server with a deny-list', () => createTokenApp({ denyList } as object)],
  ['session', 'a server without Express and signatures', () => servePlainSessions()],
  ['token', 'a server without Express', () => servePlainTokens()],
] as const)('%s: nothing is wrong with %s', async (strategy, _name, makeApp) => {
  const report = await check(strategy, makeApp());
  expect(listFlaws(report)).toEqual([]);
  expect(report.passed).toBe(true);
  const untried = listFindings(report).filter(({ came }) => came.startsWith('not tried'));
  expect(untried).toEqual([]);
});

test('every step of the walk has a row, and one lane is enough', async () => {
  const report = await check('session', servePlainSessions());
  expect(report.steps.map(({ step }) => step)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  expect(report.steps[8]?.action).toBe('User logs out');
  for (const { session, token } of report.steps) {
    expect(session).not.toBeNull();
    expect(token).toBeNull();
  }
});

test('a deny-list is seen at work', async () => {
  const report = await check('token', createTokenApp({ denyList: new Map() } as object));
  expect(findCheck(report, 'logout.revoked')).toMatchObject({ mark: 'pass', step: 10 });
});

test('what cannot be tried says so', async () => {
  const report = await check('session', servePlainSessions());
  expect(findCheck(report, 'cookie.tamperedSignature').mark).toBe('not applicable');
  expect(findCheck(report, 'cookie.secure').came).toContain('over plain http');
});
