import { describe, expect, it } from 'vitest';
import { formatRoutes, GAPS, parseRoutes, TRIALS } from '../../../src/lesson/exercises/routes.ts';
import { listSettingDifferences } from '../../../src/lesson/texts/settings/changedSettings.ts';
import { runRoutes } from '../../../src/player/practise/runs/runRoutes.ts';
import { LOGIN_TO_LOGOUT } from '../../../src/sim/scenarios.ts';

const RIGHT = GAPS.map(() => 0);

it('the lines of the reference servers hold every attack', async () => {
  const tried = await runRoutes(RIGHT);
  expect(tried.map(({ isHeld }) => isHeld)).toEqual(TRIALS.map(() => true));
  // All are tried on just the servers that are shown, which are named as they are.
  for (const { settings } of tried)
    expect(listSettingDifferences(settings, LOGIN_TO_LOGOUT.settings)).toEqual([
      'origin',
      'session.saveUninitialized',
      'token.denyList',
    ]);
  const code = GAPS.flatMap(({ lines }) => lines).join();
  expect(code).toContain('saveUninitialized: true');
  expect(code).toContain(`at ${tried[0]?.settings.origin}`);
});

describe.each(GAPS.map((gap, i) => [gap.id, gap, i] as const))('%s', (id, { choices }, i) => {
  it('every other line in the gap lets something through, and only what the gap decides', async () => {
    for (let choice = 1; choice < choices.length; choice += 1) {
      const tried = await runRoutes(RIGHT.with(i, choice));
      const failed = tried.filter(({ isHeld }) => !isHeld);
      expect(failed.length).toBeGreaterThan(0);
      expect(failed.map(({ trial }) => trial.gap)).toEqual(failed.map(() => id));
      const [{ settings } = {}] = tried;
      for (const one of tried) expect(one.settings).toEqual(settings);
      for (const { sentence, runAddress } of failed) {
        expect(sentence.some((part) => typeof part !== 'string' && 'code' in part)).toBe(true);
        expect(runAddress).toMatch(/^[\w-]+$/);
      }
    }
  });
});

it('only the line that decodes lets a token in that names another user under the old signature', async () => {
  const verify = GAPS.findIndex(({ id }) => id === 'verify');
  const codes = GAPS[verify]?.choices.map(({ code }) => code) ?? [];
  const opens = await Promise.all(
    codes.map(async (_, choice) => {
      const tried = await runRoutes(RIGHT.with(verify, choice));
      return tried.find(({ trial }) => trial.scenarioId === 'tampered-payload');
    }),
  );
  expect(codes.filter((_, i) => opens[i]?.isHeld === false)).toEqual([
    'const payload = decode(token);',
  ]);
  // An address from before that line was there has the same lines in it.
  expect(codes.at(-1)).toBe('const payload = decode(token);');
});

it('an address names a line for each gap, or none', () => {
  expect(parseRoutes(formatRoutes(RIGHT))).toEqual(RIGHT);
  const bad = ['', '0000', '000000', '00900', '0000a', '٠٠٠٠٠', '0.000'];
  expect(bad.map(parseRoutes)).toEqual(bad.map(() => null));
});
