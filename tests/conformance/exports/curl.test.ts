import { describe, expect, test } from 'vitest';
import { formatCurlScript } from '../../../src/lesson/exports/formatCurlScript.ts';
import type { Scenario } from '../../../src/sim/scenario.ts';
import { STRATEGIES, type Strategy } from '../../../src/sim/strategy.ts';
import { atTime } from '../harness/clock.ts';
import { listTold, openLane, REPEATABLE, toReal } from './ownClient.ts';
import { runProgram } from './runProgram.ts';

/** Lets a client talk with the reference server of a lane; resolves to what went over the wire. */
async function serveLane(
  scenario: Scenario,
  strategy: Strategy,
  use: (base: string) => Promise<void>,
) {
  const { base, real, close } = await openLane(scenario, strategy);
  try {
    await use(base);
  } finally {
    await close();
  }
  return real;
}

test('enough runs can be repeated by somebody’s own client', () => {
  expect(REPEATABLE.map(({ scenario: { id } }) => id)).toContain('login-to-logout');
  expect(REPEATABLE.length).toBeGreaterThan(15);
});

describe.each(STRATEGIES)('the %s lane', (strategy) => {
  test.each(REPEATABLE.map(({ scenario, telling }) => [scenario.id, scenario, telling] as const))(
    'as a curl script gets the answers of the run: %s',
    async (_id, scenario, telling) => {
      const script = formatCurlScript(telling, strategy);
      const real = await atTime(scenario.settings.start, () =>
        serveLane(scenario, strategy, async (base) => {
          const { code, output } = await runProgram('bash', ['-s'], {
            input: script,
            env: { BASE: base },
          });
          expect(output).not.toContain('WRONG');
          expect([code, output.trim().split('\n').length > 0]).toEqual([0, true]);
        }),
      );
      expect(real.map(toReal)).toEqual(listTold(telling, strategy));
    },
  );
});

test('a script says which answer is another one, and fails', async () => {
  const [walk] = REPEATABLE;
  if (!walk) throw new Error('no run to repeat');
  const script = formatCurlScript(walk.telling, 'session').replace('ask 401', 'ask 200');
  await atTime(walk.scenario.settings.start, () =>
    serveLane(walk.scenario, 'session', async (base) => {
      const { code, output } = await runProgram('bash', ['-s'], {
        input: script,
        env: { BASE: base },
      });
      expect(code).toBe(1);
      expect(output).toContain('WRONG 401, not 200');
    }),
  );
});

test.each([
  [`\${connect_sid_1}`, `\${1sid_1}`],
  ['cookie "connect.sid"', 'cookie "other.sid"'],
  ['ask 204', 'true 204'],
])('a script of which a request is not sent as it is meant fails: %s', async (right, wrong) => {
  const [walk] = REPEATABLE;
  if (!walk) throw new Error('no run to repeat');
  const script = formatCurlScript(walk.telling, 'session');
  expect(script).toContain(right);
  await atTime(walk.scenario.settings.start, () =>
    serveLane(walk.scenario, 'session', async (base) => {
      const { code } = await runProgram('bash', ['-s'], {
        input: script.replaceAll(right, wrong),
        env: { BASE: base },
      });
      expect(code).not.toBe(0);
    }),
  );
});
