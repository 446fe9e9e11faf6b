import { describe, expect, test, vi } from 'vitest';
import { toActionLabel } from '../../../src/lesson/texts/actions/actionLabels.ts';
import { sayReason } from '../../../src/lesson/texts/actions/actionReasons.ts';
import { FIRST_ACTIONS, rankActions } from '../../../src/player/whatIf/rankActions.ts';
import type { Action } from '../../../src/sim/action.ts';
import { toPossibleActions } from '../../../src/sim/possible/possibleActions.ts';
import { LOGIN_TO_LOGOUT, SCENARIOS } from '../../../src/sim/scenarios.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import type { Frame, Trace } from '../../../src/sim/trace.ts';
import { extendTrace, forkTrace, runScenario } from '../../../src/sim/trace.ts';

// Many short runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const lastOf = ({ frames }: Trace) => frames.at(-1) as Frame;
const offer = (trace: Trace) => toPossibleActions(lastOf(trace), trace.scenario.settings);
const rankAll = (trace: Trace) =>
  rankActions(offer(trace), trace.scenario.actions, trace.scenario.settings);
const rank = (trace: Trace) => rankAll(trace).map(({ action }) => action);
const after = async (actions: readonly Action[], settings: Settings = LOGIN_TO_LOGOUT.settings) =>
  runScenario({ ...LOGIN_TO_LOGOUT, settings, actions });
const say = async (actions: readonly Action[]) => rank(await after(actions)).map(toActionLabel);

const LOGIN: Action = { type: 'login' };

describe('what is offered first', () => {
  test('at the start is to log in, and what can be done without', async () => {
    expect(await say([])).toEqual([
      'Log in',
      'Plant the attacker’s cookie',
      'Request /profile',
      'Log in with a wrong password',
      'Forge a credential without a signature (alg none)',
    ]);
  });

  test('after a login is what parts the lanes', async () => {
    expect(await say([LOGIN])).toEqual([
      'Steal the credential',
      'Restart the server',
      'Ban the user',
      'Wait until the token expires',
      'Inject a script that reads storage',
    ]);
  });

  test('after a theft is to use the copy, and what may end it', async () => {
    const told = await say([LOGIN, { type: 'steal' }]);
    expect(told.slice(0, 2)).toEqual(['Use the attacker’s copy for /profile', 'Log out']);
    const out = await say([LOGIN, { type: 'steal' }, { type: 'logout' }]);
    expect(out[0]).toBe('Use the attacker’s copy for /profile');
    const tried = await say([LOGIN, { type: 'steal' }, { type: 'replay' }]);
    expect(tried[0]).toBe('Log out');
  });

  test.each([{ type: 'restart' }, { type: 'ban' }, { type: 'wait', until: 'token' }] as const)(
    'after $type is to see what came of it',
    async (action) => {
      expect((await say([LOGIN, action]))[0]).toBe('Request /profile');
      expect((await say([LOGIN, action, { type: 'request' }]))[0]).not.toBe('Request /profile');
    },
  );
});

/** Why the first of all is worth a try. */
const sayWhy = async (actions: readonly Action[]) => {
  const [first] = rankAll(await after(actions));
  return first && sayReason(first.action, first.moment);
};

test('the reason is one of this moment', async () => {
  const steal: Action = { type: 'steal' };
  const logout: Action = { type: 'logout' };
  expect(await sayWhy([])).toBe('Where is each credential made and kept?');
  expect(await sayWhy([LOGIN])).toBe('What would end a stolen copy?');
  expect(await sayWhy([LOGIN, steal])).toBe('Is the copy still let in?');
  expect(await sayWhy([LOGIN, steal, { type: 'replay' }])).toBe(
    'Does the stolen copy end with it?',
  );
  expect(await sayWhy([LOGIN, steal, logout])).toBe('Is the copy still let in?');
  expect(await sayWhy([LOGIN, { type: 'ban' }])).toBe('Who is let in after the last change?');
});

/** What fits into a line of the drawer on the narrowest phone. */
const LINE = 42;

/** What shows what an Action came to. */
const PROBES: readonly (readonly Action[])[] = [
  [],
  [{ type: 'request' }],
  [{ type: 'replay' }],
  [{ type: 'logout' }, { type: 'replay' }],
];

const allowed = ({ session, token }: Frame) =>
  [session.outcome, token.outcome].map(({ allowed, copy }) =>
    [allowed, copy?.accepted].map((one) => one === true),
  );
/** Tells whether somebody gets in by the one and not by the other, from a step on. */
const parts = ({ frames }: Trace, from: number) =>
  frames.slice(from).some((frame) => {
    const [session, token] = allowed(frame);
    return JSON.stringify(session) !== JSON.stringify(token);
  });

async function runAll(trace: Trace, actions: readonly Action[]): Promise<Trace> {
  let longer = trace;
  for (const action of actions) longer = await extendTrace(longer, { ...action, fold: true });
  return longer;
}

/** The probes that do not part the lanes after a run as it is. */
async function listSilent(trace: Trace): Promise<typeof PROBES> {
  const runs = await Promise.all(PROBES.map((probes) => runAll(trace, probes)));
  return PROBES.filter((_, i) => !parts(runs[i] as Trace, trace.frames.length));
}

/** Tells whether an Action, or what can be asked after it, parts the lanes where they would not part without it. */
async function tells(trace: Trace, action: Action, silent: typeof PROBES): Promise<boolean> {
  for (const probes of silent) {
    if (parts(await runAll(trace, [action, ...probes]), trace.frames.length)) return true;
  }
  return false;
}

test('the first Actions part the lanes more often than the others do', async () => {
  const counts = { first: [0, 0], others: [0, 0] };
  const ids = ['login-to-logout', 'stolen-then-logout', 'restart-memory-store'];
  for (const { id, ...scenario } of SCENARIOS.filter((one) => ids.includes(one.id))) {
    const whole = await runScenario({ id, ...scenario });
    for (const step of whole.frames.keys()) {
      const trace = forkTrace(whole, step);
      if (lastOf(trace).step !== step) continue;
      const first = rank(trace).map((one) => JSON.stringify(one));
      expect(first.length, `${id} at ${step}`).toBe(FIRST_ACTIONS);
      const silent = await listSilent(trace);
      for (const action of offer(trace)) {
        const count = counts[first.includes(JSON.stringify(action)) ? 'first' : 'others'];
        count[1] = (count[1] ?? 0) + 1;
        if (await tells(trace, action, silent)) count[0] = (count[0] ?? 0) + 1;
      }
    }
  }
  const share = ([told = 0, all = 1]: readonly number[]) => told / all;
  expect(share(counts.first)).toBeGreaterThan(1.5 * share(counts.others));
});

test.each(SCENARIOS)(
  'in $id they are five that differ, and all of them offered',
  async (scenario) => {
    const whole = await runScenario(scenario);
    for (const step of whole.frames.keys()) {
      const trace = forkTrace(whole, step);
      const first = rank(trace);
      expect(new Set(first).size).toBe(FIRST_ACTIONS);
      const offered = offer(trace).map((one) => JSON.stringify(one));
      for (const action of first) expect(offered).toContain(JSON.stringify(action));
      const reasons = rankAll(trace).map(({ action, moment }) => sayReason(action, moment));
      expect(new Set(reasons).size, reasons.join()).toBe(FIRST_ACTIONS);
      for (const reason of reasons) expect(reason.length, reason).toBeLessThanOrEqual(LINE);
    }
  },
);
