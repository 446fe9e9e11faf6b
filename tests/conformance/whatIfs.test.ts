import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import {
  FOREIGN_SITES,
  FORGERIES,
  ROTATIONS,
  TAMPER_PARTS,
  VEHICLES,
} from '../../src/sim/action.ts';
import { CLIENT_IDS } from '../../src/sim/actors.ts';
import { TARGETS } from '../../src/sim/http/target.ts';
import { changeSettings } from '../../src/sim/scenarios/entry.ts';
import type { Settings } from '../../src/sim/settings.ts';
import { findDifferences } from './harness/player.ts';

const RUNS = Number(process.env.WHAT_IF_RUNS ?? 40);
const TIMEOUT_MS = 120_000;

const pick = fc.constantFrom;
const client = pick(...CLIENT_IDS);
const target = pick(...TARGETS);
const part = pick(...TAMPER_PARTS.filter((one) => one !== 'lastLetter'));

/** All that somebody may do to one server. What needs two, or a restart, is in the Scenarios. */
const action = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Action>({ type: 'login' }) },
  { weight: 1, arbitrary: client.map((c): Action => ({ type: 'login', client: c })) },
  { weight: 1, arbitrary: fc.constant<Action>({ type: 'login', password: 'wrong horse' }) },
  { weight: 3, arbitrary: target.map((t): Action => ({ type: 'request', target: t })) },
  { weight: 1, arbitrary: client.map((c): Action => ({ type: 'request', client: c })) },
  { weight: 2, arbitrary: client.map((c): Action => ({ type: 'logout', client: c })) },
  {
    weight: 3,
    arbitrary: pick(0, 1, 60, 119, 450, 899, 900).map(
      (seconds): Action => ({ type: 'wait', seconds }),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Action>({ type: 'steal' }) },
  { weight: 2, arbitrary: target.map((t): Action => ({ type: 'replay', target: t })) },
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
    weight: 1,
    arbitrary: fc.boolean().map((invented): Action => ({ type: 'plant', invented })),
  },
  {
    weight: 1,
    arbitrary: pick(...ROTATIONS).map((how): Action => ({ type: 'rotateSecret', how })),
  },
  {
    weight: 1,
    arbitrary: pick('ban' as const, 'demote' as const, 'forget' as const).map(
      (type): Action => ({ type }),
    ),
  },
  { weight: 2, arbitrary: client.map((c): Action => ({ type: 'refresh', client: c })) },
);

const settings: fc.Arbitrary<Settings> = fc
  .record({
    seed: fc.string({ maxLength: 4 }),
    role: pick(undefined, 'admin' as const, 'user' as const),
    payload: pick(undefined, { plan: 'gold', rights: ['a', 'b'] }),
    session: fc.record({
      lifetime: pick(null, 60, 900),
      httpOnly: fc.boolean(),
      sameSite: pick(null, 'lax' as const, 'strict' as const),
      rolling: fc.boolean(),
      saveUninitialized: fc.boolean(),
      regenerate: fc.boolean(),
      destroyAtLogout: fc.boolean(),
      clearCookieAtLogout: fc.boolean(),
    }),
    token: fc.record(
      {
        lifetime: pick(60, 900),
        keptIn: pick('memory' as const, 'localStorage' as const, 'cookie' as const),
        leeway: pick(0, 30),
        denyList: fc.boolean(),
        verifier: pick('library' as const, 'naive' as const),
        kid: fc.boolean(),
        refreshLifetime: pick(300, 86_400),
      },
      { requiredKeys: ['lifetime', 'keptIn'], noNullPrototype: true },
    ),
  })
  .map(({ seed, role, payload, session, token }) =>
    changeSettings({
      ...{ seed, origin: 'http://bank.localhost:3000', session },
      token: token as Partial<Settings['token']>,
      ...(role && { user: { role } }),
      ...(payload && { payload }),
    }),
  );

test(
  'whatever is done to one server, in any design, it sends what the real ones send',
  async () => {
    const actions = fc.array(action, { minLength: 1, maxLength: 12, size: 'max' });
    const holds = fc.asyncProperty(fc.record({ settings, actions }), async (played) => {
      expect(await findDifferences(played)).toEqual([]);
    });
    await fc.assert(holds, { numRuns: RUNS });
  },
  TIMEOUT_MS,
);
