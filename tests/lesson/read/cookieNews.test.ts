import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readCarried } from '../../../src/lesson/read/carried.ts';
import { listCredentialCookies } from '../../../src/lesson/read/held/held.ts';
import { readStep } from '../../../src/lesson/read/moment.ts';
import { readCredentialNews } from '../../../src/lesson/read/stage/variables.ts';
import { findResponse } from '../../../src/lesson/read/traffic.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { anyDesign } from '../../conformance/randomSettings.ts';
import { anyAction } from '../../sim/arbitraries.ts';
import { run, toScenario } from '../../sim/runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

test('a cookie that an answer sets is said to be refused exactly where it is not in the jar', async () => {
  const seen = { taken: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      anyDesign,
      fc.array(anyAction, { minLength: 2, maxLength: 8, size: 'max' }),
      async (settings, actions) => {
        const isRolling = settings.session.dataIn !== 'cookie';
        const session = { ...settings.session, rolling: isRolling };
        const onOne = actions.filter((one) => !('server' in one && one.server === 'server2'));
        const scenario = { ...toScenario(), settings: { ...settings, session }, actions: onOne };
        const trace = await runScenario(scenario);
        // To the answer of a login the browser has a step of its own.
        for (const frame of trace.frames.filter(({ kind }) => kind !== 'login.respond')) {
          for (const strategy of STRATEGIES) {
            const moment = readStep(trace, frame)[strategy];
            const news = readCredentialNews(moment);
            if (news.type !== 'given' || news.part !== 'Set-Cookie') continue;
            const set = readCarried(findResponse(moment.lane), strategy)?.value;
            const jar = listCredentialCookies(strategy, moment.lane.state);
            const isTaken = jar.some(({ value }) => value === set);
            expect(news.refused, `${strategy} ${frame.kind}`).toBe(!isTaken);
            seen[isTaken ? 'taken' : 'refused']++;
          }
        }
      },
    ),
    { numRuns: 600 },
  );
  expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(20);
});

test('a rolling cookie of another Domain is not told as set', async () => {
  const session = { rolling: true, saveUninitialized: true, cookieDomain: 'shop.test' };
  const actions = [{ type: 'logout', fold: true }, { type: 'request' }] as const;
  const trace = await run([{ type: 'login', fold: true }, ...actions], { session });
  const { at, run: told } = openTelling(trace);
  const words = trace.frames.map(({ step }) => at(step).variables.sessionCookie);
  expect(told.lastStep).toBe(words.length - 1);
  expect(words).not.toContain('set in response');
  expect(words).toContain('set in response, refused');
});
