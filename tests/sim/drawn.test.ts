import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, VERIFIERS } from '../../src/sim/settings.ts';
import { anyCookieRun, anyRun } from './arbitraries.ts';
import { listUndrawn } from './drawn.ts';

const sample = <T>(runs: fc.Arbitrary<T>) => fc.sample(runs, { numRuns: 400, seed: 1 });

test('the random runs come to every setting and every Action', () => {
  const plays = [...sample(anyRun(20)), ...sample(anyCookieRun(20))];
  // Of the wrong verifiers no law holds; the real servers are what they are compared with.
  expect(listUndrawn(plays)).toEqual(VERIFIERS.map((one) => `token.verifier: "${one}"`));
});

test('what no run has is named', () => {
  const plays = [{ settings: DEFAULT_SETTINGS, actions: [{ type: 'login' } as const] }];
  const undrawn = listUndrawn(plays);
  expect(undrawn).toContain('session.lifetime: always 900');
  expect(undrawn).toContain('frontEnd: always left out');
  expect(undrawn).toContain('session.secure: "auto"');
  expect(undrawn).toContain('logout');
  expect(undrawn).toContain('tamper.part: "sid"');
  expect(undrawn).not.toContain('login');
});
