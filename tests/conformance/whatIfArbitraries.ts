import fc from 'fast-check';
import type { Action } from '../../src/sim/action.ts';
import {
  FOREIGN_SITES,
  FORGERIES,
  LEAVINGS,
  PLANT_WAYS,
  ROTATIONS,
  TAMPER_PARTS,
  VEHICLES,
  WAIT_UNTIL,
} from '../../src/sim/action.ts';
import { TARGETS } from '../../src/sim/http/target.ts';
import type { SecondServer, Settings } from '../../src/sim/settings.ts';
import { SECOND_SECRETS } from '../../src/sim/settings.ts';
import { anyDesign } from './randomSettings.ts';

const pick = fc.constantFrom;
const client = pick('client', 'attacker', 'phone');
const usersClient = pick('client', 'phone');
const target = pick(...TARGETS);
const part = pick(...TAMPER_PARTS);

/** All that somebody may do to one server. */
const action = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Action>({ type: 'login' }) },
  { weight: 1, arbitrary: client.map((c): Action => ({ type: 'login', client: c })) },
  { weight: 1, arbitrary: client.map((c): Action => ({ type: 'login', client: c, old: true })) },
  { weight: 1, arbitrary: client.map((c): Action => ({ type: 'changePassword', client: c })) },
  { weight: 1, arbitrary: client.map((c): Action => ({ type: 'logoutEverywhere', client: c })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(client, pick('wrong horse', '', 'Correct horse', '🔑'))
      .map(([c, password]): Action => ({ type: 'login', client: c, password })),
  },
  { weight: 3, arbitrary: target.map((t): Action => ({ type: 'request', target: t })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(client, target)
      .map(([c, t]): Action => ({ type: 'request', client: c, target: t })),
  },
  { weight: 4, arbitrary: client.map((c): Action => ({ type: 'logout', client: c })) },
  {
    weight: 3,
    arbitrary: pick(0, 1, 30, 60, 119, 450, 899, 900, 901, 86_400).map(
      (seconds): Action => ({ type: 'wait', seconds }),
    ),
  },
  { weight: 1, arbitrary: pick(...WAIT_UNTIL).map((until): Action => ({ type: 'wait', until })) },
  { weight: 1, arbitrary: fc.constant<Action>({ type: 'end' }) },
  { weight: 2, arbitrary: usersClient.map((c): Action => ({ type: 'steal', client: c })) },
  { weight: 2, arbitrary: target.map((t): Action => ({ type: 'replay', target: t })) },
  { weight: 1, arbitrary: fc.constant<Action>({ type: 'replay', what: 'refreshToken' }) },
  { weight: 2, arbitrary: part.map((p): Action => ({ type: 'tamper', part: p })) },
  { weight: 2, arbitrary: pick(...FORGERIES).map((how): Action => ({ type: 'forge', how })) },
  {
    weight: 2,
    arbitrary: pick('read' as const, 'ride' as const).map(
      (mode): Action => ({ type: 'injectScript', mode }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(pick(...VEHICLES), pick(...FOREIGN_SITES))
      .map(([vehicle, from]): Action => ({ type: 'crossSite', vehicle, from })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.boolean(), pick(...PLANT_WAYS))
      .map(([invented, by]): Action => ({ type: 'plant', invented, by })),
  },
  {
    weight: 1,
    arbitrary: pick(...ROTATIONS).map((how): Action => ({ type: 'rotateSecret', how })),
  },
  {
    weight: 1,
    arbitrary: pick('ban' as const, 'demote' as const).map((type): Action => ({ type })),
  },
  { weight: 1, arbitrary: usersClient.map((c): Action => ({ type: 'forget', client: c })) },
  { weight: 2, arbitrary: client.map((c): Action => ({ type: 'refresh', client: c })) },
  { weight: 2, arbitrary: usersClient.map((c): Action => ({ type: 'back', client: c })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(pick(...LEAVINGS), usersClient)
      .map(([how, c]): Action => ({ type: 'leave', how, client: c })),
  },
  { weight: 2, arbitrary: client.map((c): Action => ({ type: 'startSlow', client: c })) },
  { weight: 3, arbitrary: client.map((c): Action => ({ type: 'finishSlow', client: c })) },
  { weight: 1, arbitrary: usersClient.map((c): Action => ({ type: 'refreshTwice', client: c })) },
);

export interface Play {
  readonly settings: Settings;
  readonly actions: readonly Action[];
}

/** A real process that gets another secret is a new one, in which nothing is under way; and the store of the tests only says that it is down. */
const withoutRotation = (actions: readonly Action[]) =>
  actions.some(({ type }) => type === 'startSlow')
    ? actions.filter(({ type }) => type !== 'rotateSecret' && type !== 'storeOutage')
    : actions;

/** Whatever is done to one server, in any design. */
export const onePlay: fc.Arbitrary<Play> = fc.record({
  settings: anyDesign,
  actions: fc.array(action, { minLength: 1, maxLength: 12, size: 'max' }).map(withoutRotation),
});

const outage = fc
  .constantFrom(false, true, true)
  .map((over): Action => ({ type: 'storeOutage', over }));

/** Which of two servers answers, where the Action says so at all. */
const SERVED = new Set([
  ...['login', 'request', 'logout', 'replay', 'refresh', 'startSlow', 'refreshTwice'],
  ...['changePassword', 'logoutEverywhere'],
]);
const toServed = (one: Action, onSecond: boolean): Action =>
  onSecond && SERVED.has(one.type) ? ({ ...one, server: 'server2' } as Action) : one;

const design = fc.record({
  second: pick<SecondServer | undefined>(...[undefined, {}, { clockOffset: 90 }, SECOND_SECRETS], {
    tokenAudience: 'billing',
    clockOffset: -90,
  }),
  sharedStore: fc.boolean(),
  secretAtBoot: pick(undefined, undefined, 'random' as const),
  survives: fc.boolean(),
});

/**
 * Whatever is done to two servers, or to one that restarts. `mustSurvive`: with a store outside of
 * them.
 */
export function serversPlay(mustSurvive: boolean): fc.Arbitrary<Play> {
  const actions = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(action, fc.boolean()) },
      { weight: 1, arbitrary: fc.tuple(fc.constant<Action>({ type: 'restart' }), fc.boolean()) },
      { weight: 1, arbitrary: fc.tuple(outage, fc.boolean()) },
    ),
    { minLength: 3, maxLength: 12, size: 'max' },
  );
  return fc.record({ settings: anyDesign, design, actions }).map((drawn) => {
    const { second, sharedStore, secretAtBoot } = drawn.design;
    const survives = mustSurvive || drawn.design.survives;
    const all: Settings = {
      ...drawn.settings,
      ...(second && { second, sharedStore }),
      ...(secretAtBoot && { secretAtBoot }),
      session: { ...drawn.settings.session, ...(survives && { store: 'persistent' }) },
    };
    const served = drawn.actions.map(([one, onSecond]): Action => {
      if (one.type === 'restart' && onSecond && second) return { ...one, server: 'server2' };
      return toServed(one, onSecond && second !== undefined);
    });
    return { settings: all, actions: withoutRotation(served) };
  });
}
