import { describe, expect, test } from 'vitest';
import { toActionLabel } from '../../src/lesson/texts/actions/actionLabels.ts';
import { readTimeLeft } from '../../src/sim/expiry.ts';
import { toPossibleActions } from '../../src/sim/possible/possibleActions.ts';
import { findParting } from '../../src/sim/runs/parting.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import type { Frame, Trace } from '../../src/sim/trace.ts';
import { extendTrace, forkTrace, runScenario } from '../../src/sim/trace.ts';

const lastOf = ({ frames }: Trace) => frames.at(-1) as Frame;
const find = (id: string) => SCENARIOS.find((one) => one.id === id) ?? LOGIN_TO_LOGOUT;

describe('What if, from here?', () => {
  test.each(SCENARIOS)('every Action offered in $id runs, and does something', async (scenario) => {
    const trace = await runScenario(scenario);
    for (const at of [0, Math.floor(trace.frames.length / 2), trace.frames.length - 1]) {
      const fork = forkTrace(trace, at);
      const offered = toPossibleActions(lastOf(fork), scenario.settings);
      const labels = offered.map(toActionLabel);
      expect(new Set(labels).size).toBe(labels.length);
      for (const action of offered) {
        const longer = await extendTrace(fork, { ...action, fold: true });
        const { session, token } = lastOf(longer);
        const idle = STRATEGIES.map((lane) => ({ session, token })[lane].outcome).every(
          // What a browser asks for and may not do, it has to be seen to ask for.
          ({ type, blocked }) => type === 'idle' && !blocked,
        );
        // What a script cannot read, what a server does not give out, and what nobody looks up in
        // the database, is worth to be seen.
        const telling = ['injectScript', 'plant', 'ban', 'demote'].includes(action.type);
        expect([action, idle && !telling]).toEqual([action, false]);
      }
    }
  });

  test('theft is offered when there is something to steal, its use when something was', async () => {
    const trace = await runScenario(find('stolen-then-logout'));
    const types = (step: number) =>
      toPossibleActions(trace.frames[step] as Frame, trace.scenario.settings).map(
        ({ type }) => type,
      );
    expect(types(0)).not.toContain('steal');
    expect(types(0)).not.toContain('replay');
    expect(types(1)).toContain('steal');
    expect(types(1)).not.toContain('replay');
    expect(types(2)).toContain('replay');
    expect(types(2)).not.toContain('demote');
  });
});

describe('what is offered at a second server', () => {
  const offer = async (id: string, step: number) => {
    const { frames, scenario } = await runScenario(find(id));
    return toPossibleActions(frames[step] as Frame, scenario.settings).map(toActionLabel);
  };
  const second = (labels: readonly string[]) => labels.filter((label) => /server B/.test(label));

  test('is to log in and, with a credential, to log out, as at the first', async () => {
    const always = ['Log in at server B', 'Request /profile at server B', 'Restart server B'];
    expect(second(await offer('two-servers-no-shared-store', 0))).toEqual(always);
    expect(second(await offer('two-servers-no-shared-store', 1))).toEqual(
      always.toSpliced(2, 0, 'Log out at server B'),
    );
    // Stolen: the attacker's copy, too.
    expect(second(await offer('two-servers-shared-store', 4))).toHaveLength(5);
  });

  test('is nothing where there is none', async () => {
    expect(second(await offer('stolen-then-logout', 2))).toEqual([]);
  });
});

describe('the parting of two runs', () => {
  test('is the first step of another kind or outcome', async () => {
    const walk = await runScenario(LOGIN_TO_LOGOUT);
    expect(findParting(walk, await runScenario(LOGIN_TO_LOGOUT))).toBeNull();
    const fork = await extendTrace(forkTrace(walk, 8), { type: 'steal' });
    expect(findParting(walk, fork)).toEqual({ step: 9, lanes: ['session', 'token'] });
    expect(findParting(walk, forkTrace(walk, 8))?.step).toBe(9);
  });

  test('names the lane that differs', async () => {
    const [plain, listed] = [
      await runScenario({ ...find('deny-list'), settings: LOGIN_TO_LOGOUT.settings }),
      await runScenario(find('deny-list')),
    ];
    // The logout is told to the server: another status in the token lane alone.
    expect(findParting(plain, listed)).toEqual({ step: 4, lanes: ['token'] });
  });
});

test('what expires has its time left on the true clock', async () => {
  const trace = await runScenario(find('browser-cookie-does-not-slide'));
  const left = (step: number) =>
    (['token', 'record', 'cookie'] as const).map((what) =>
      readTimeLeft(trace.frames[step] as Frame, what),
    );
  expect(left(0)).toEqual([null, null, null]);
  expect(left(1)).toEqual([900, 900, 900]);
  // After ten minutes and a request only the record has slid.
  expect(left(4)).toEqual([300, 900, 300]);
  expect(left(5)).toEqual([0, 300, null]);
});
