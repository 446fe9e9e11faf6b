import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { isUsersClient } from '../../src/sim/actors.ts';
import { validateActions } from '../../src/sim/check/actions.ts';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';
import { getClient } from '../../src/sim/state.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import type { Frame } from '../../src/sim/trace.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { anyAction, anySettings } from './arbitraries.ts';
import type { SettingsPatch } from './runs.ts';
import { run, toScenario } from './runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });
const RUNS = 150;
const PHONE = { client: 'phone' } as const;

const check = (action: object) => validateActions([action], DEFAULT_SETTINGS);

describe('the ID of a client', () => {
  const TYPES = ['login', 'request', 'logout', 'refresh', 'forget', 'steal'] as const;

  test.each(TYPES)('may be any in %s', (type) => {
    for (const client of ['client', 'phone', 'a', 'Tablet2', 'x'.repeat(16), 'constructor']) {
      expect(check({ type, client })).toEqual({ actions: [{ type, client }] });
    }
  });

  test.each(TYPES)('has its form in %s', (type) => {
    const strange = ['', '2', 'my phone', 'x'.repeat(17), '__proto__', 'é', 'a\n', 7, null, ['a']];
    // An ID that somebody else has would make two senders of one.
    const taken = ['server', 'server2', 'sessionStore', 'denyList', 'refreshStore'];
    for (const client of [...strange, ...taken]) {
      expect(check({ type, client })).toEqual({
        errors: [{ path: 'actions[0].client', fault: { type: 'noClientId' } }],
      });
    }
  });

  test('is nobody’s in an Action in which none acts', () => {
    for (const type of ['end', 'ban', 'restart', 'replay']) {
      expect(check({ type, client: 'phone' })).toHaveProperty('errors');
    }
  });

  test('is not the attacker’s where the user’s credential is dropped or stolen', () => {
    for (const type of ['forget', 'steal']) {
      expect(check({ type, client: 'attacker' })).toHaveProperty('errors');
    }
    expect([isUsersClient('attacker'), isUsersClient('client'), isUsersClient('phone')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('is one of eight in a run', () => {
    const login = (n: number) => ({ type: 'login', client: `b${n}` });
    const actions = [...Array(8).keys()].map(login);
    expect(validateActions(actions.slice(0, 7), DEFAULT_SETTINGS)).toHaveProperty('actions');
    expect(validateActions(actions, DEFAULT_SETTINGS)).toMatchObject({
      errors: [{ path: 'actions[7].client' }],
    });
  });
});

test.each(['phone', 'constructor', 'toString'])('%s is a client like any', async (client) => {
  const { frames } = await run([
    { type: 'login', client },
    { type: 'request', client },
    { type: 'logout', client },
    { type: 'request', client },
  ]);
  const statuses = frames.filter(({ kind }) => kind === 'request.respond');
  for (const strategy of STRATEGIES) {
    expect(statuses.map((frame) => frame[strategy].outcome.status)).toEqual([200, 401]);
    const { state } = (frames.at(-1) as Frame)[strategy];
    expect(getClient(state, client).origin).toBe(DEFAULT_SETTINGS.origin);
    expect(getClient(state, 'client').jar).toEqual([]);
  }
});

describe('a second browser has a credential of its own', () => {
  test.each<[string, SettingsPatch]>([
    ['the walk', {}],
    ['a deny-list', { token: { denyList: true } }],
    ['refresh tokens', { token: { refreshLifetime: 600 } }],
    ['a token in a cookie', { token: { keptIn: 'cookie' } }],
  ])('that the other’s logout does not touch: %s', async (_, patch) => {
    for (const [leaves, stays] of [
      [{}, PHONE],
      [PHONE, {}],
    ]) {
      const { frames } = await run(
        [
          { type: 'login', fold: true },
          { type: 'login', ...PHONE, fold: true },
          { type: 'logout', ...leaves },
          { type: 'request', ...stays, fold: true },
          { type: 'request', ...leaves, fold: true },
        ],
        patch,
      );
      for (const strategy of STRATEGIES) {
        const [other, same] = frames.slice(-2).map((frame) => frame[strategy].outcome.status);
        expect([other, same]).toEqual([200, 401]);
      }
    }
  });

  test('which is dropped and stolen by itself', async () => {
    const { frames } = await run([
      { type: 'login' },
      { type: 'login', ...PHONE },
      { type: 'steal', ...PHONE },
      { type: 'forget', ...PHONE },
    ]);
    const last = frames.at(-1) as Frame;
    for (const { state, outcome } of [last.session, last.token]) {
      const [phone, client] = [getClient(state, 'phone'), getClient(state, 'client')];
      expect(phone.discarded).not.toBeNull();
      expect(getClient(state, 'attacker').stolen).toEqual([phone.discarded]);
      expect(client.discarded).toBeNull();
      // The copy in question is the phone's, which both lanes still take.
      expect(outcome.copy?.accepted).toBe(true);
    }
  });

  test('whose copy is looked at when it is the one that logs out', async () => {
    const { frames } = await run([
      { type: 'login', fold: true },
      { type: 'login', ...PHONE, fold: true },
      { type: 'logout', fold: false },
      { type: 'wait', seconds: 60 },
      { type: 'logout', ...PHONE },
    ]);
    const copies = frames
      .filter(({ kind }) => kind === 'logout.request')
      .map(({ session, token }) => [session.outcome.copy, token.outcome.copy]);
    for (const [session, token] of copies) {
      expect([session?.accepted, token?.accepted]).toEqual([false, true]);
    }
  });
});

const OWN = new Set(['login', 'request', 'logout', 'refresh', 'forget']);
const SHARED = new Set(['wait', 'restart', 'rotateSecret', 'ban', 'demote', 'end']);

/** What both browsers do, in any order, and what happens to all. No time is waited for: whose would it be? */
const anyTwo = fc
  .tuple(fc.array(anyAction, { minLength: 12, maxLength: 36, size: 'max' }), anySettings)
  .map(([actions, settings]) => ({
    settings,
    actions: actions.filter((action) => {
      const isSecond = 'server' in action && action.server === 'server2';
      if (isSecond && !settings.second) return false;
      if (action.type === 'wait') return action.until === undefined;
      if (SHARED.has(action.type)) return true;
      return OWN.has(action.type) && !('client' in action && action.client === 'attacker');
    }),
  }));

const isOthers = (action: Action) => 'client' in action && action.client === 'phone';

test('in most of these runs both browsers act', () => {
  const plays = fc.sample(anyTwo, { numRuns: 50, seed: 1 });
  const haveBoth = plays.filter(
    ({ actions }) => actions.some(isOthers) && actions.some((a) => OWN.has(a.type) && !isOthers(a)),
  );
  expect(haveBoth.length).toBeGreaterThan(25);
});

test('what one browser does changes nothing for the other, whatever the settings', async () => {
  const holds = fc.asyncProperty(anyTwo, async ({ settings, actions }) => {
    const both = await runScenario({ ...toScenario(), settings, actions });
    const alone = await runScenario({
      ...toScenario(),
      settings,
      actions: actions.filter((action) => !isOthers(action)),
    });
    for (const strategy of STRATEGIES) {
      const toOutcomes = ({ frames }: typeof both) =>
        frames
          .filter(({ action }) => action && OWN.has(action.type) && !isOthers(action))
          .map((frame) => {
            const { type, status, failure, idle } = frame[strategy].outcome;
            return [frame.kind, type, status, failure, idle];
          });
      expect(toOutcomes(both)).toEqual(toOutcomes(alone));
    }
  });
  await fc.assert(holds, { numRuns: RUNS });
});
