import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import { LEAVINGS } from '../../src/sim/action.ts';
import type { Message } from '../../src/sim/message.ts';
import { getHeader } from '../../src/sim/message.ts';
import { listRecords } from '../../src/sim/session/store.ts';
import type { State } from '../../src/sim/state.ts';
import { getFrame, run } from './runs.ts';

const count = ({ stores }: State) => Object.values(stores).flatMap(listRecords).length;
const LOGIN: Action = { type: 'login', fold: true };
const BEGIN: Action = { type: 'startSlow' };
const END: Action = { type: 'finishSlow' };
const LOGOUT: Action = { type: 'logout', fold: true };
const REQUEST: Action = { type: 'request', fold: true };
const WAIT: Action = { type: 'wait', seconds: 60 };

const design = fc.record({
  resave: fc.boolean(),
  countsVisits: fc.boolean(),
  rolling: fc.boolean(),
  clearCookieAtLogout: fc.boolean(),
});

test('a slow request brings a destroyed session back exactly when it writes', async () => {
  await fc.assert(
    fc.asyncProperty(design, async (session) => {
      const trace = await run([LOGIN, { type: 'steal' }, BEGIN, LOGOUT, END, REQUEST], { session });
      const writes = session.resave || session.countsVisits;
      const [out, ended, asked] = [4, 5, 6].map((step) => getFrame(trace, step).session);
      expect(count(out?.state as State)).toBe(0);
      expect(count(ended?.state as State)).toBe(writes ? 1 : 0);
      expect(ended?.outcome.copy?.accepted).toBe(writes);
      // The user's own browser is in again where it has the cookie: set anew, or never cleared.
      const hasCookie = session.countsVisits || session.rolling || !session.clearCookieAtLogout;
      expect(asked?.outcome.status).toBe(writes && hasCookie ? 200 : 401);
    }),
    { numRuns: 40 },
  );
});

test('the end of a slow request tells of its own browser’s copy, and of no other’s', async () => {
  const phone = { client: 'phone' } as const;
  const others: readonly Action[] = [LOGIN, { ...LOGIN, ...phone }, { ...BEGIN, ...phone }, LOGOUT];
  const trace = await run([...others, { ...END, ...phone }, END]);
  const copies = [5, 6].map((step) => getFrame(trace, step).session.outcome.copy);
  expect(copies).toEqual([null, expect.objectContaining({ accepted: false })]);
});

test('to the token a slow request is as any other, and its end writes nothing', async () => {
  const trace = await run([LOGIN, BEGIN, LOGOUT, END], { token: { denyList: true } });
  const { outcome, messages } = getFrame(trace, 4).token;
  expect(outcome.status).toBe(200);
  expect(messages.map(({ kind }) => kind)).toEqual(['response']);
});

test('who waits for nothing is given nothing, and a restart gives nobody anything', async () => {
  const idle = await run([LOGIN, END]);
  expect(getFrame(idle, 2).session.outcome.idle).toBe('nothingSlow');
  const restarted = await run([LOGIN, BEGIN, { type: 'restart' }, END], {
    session: { store: 'persistent' },
  });
  expect(getFrame(restarted, 4).session.outcome.idle).toBe('nothingSlow');
  expect(getFrame(restarted, 4).token.outcome.idle).toBe('nothingSlow');
});

test('each browser is given its own report, whoever asked first', async () => {
  const other = { client: 'phone' } as const;
  const trace = await run([LOGIN, BEGIN, { ...LOGIN, ...other }, { ...BEGIN, ...other }, END]);
  const left = getFrame(trace, 5).session.state.slow ?? [];
  expect(left.map(({ client }) => client)).toEqual(['phone']);
});

test('of two trades of one refresh token the second ends the login, but within the grace', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(0, 1, 10, 300), fc.nat(12), async (refreshGrace, seconds) => {
      const trace = await run(
        [
          LOGIN,
          { type: 'steal' },
          { type: 'refresh', fold: true },
          { type: 'wait', seconds },
          { type: 'refresh', client: 'attacker', fold: true },
          { type: 'refresh', fold: true },
        ],
        { token: { refreshLifetime: 86_400, refreshGrace } },
      );
      const isIn = seconds < refreshGrace;
      expect(getFrame(trace, 5).token.outcome.failure).toBe(isIn ? null : 'refreshReused');
      expect(getFrame(trace, 6).token.outcome.allowed).toBe(isIn);
    }),
    { numRuns: 40 },
  );
});

test('the grace period runs from the first use, however often the token is used', async () => {
  const twice: Action = { type: 'refresh', client: 'attacker', fold: true };
  const wait: Action = { type: 'wait', seconds: 6 };
  const trace = await run(
    [LOGIN, { type: 'steal' }, { type: 'refresh', fold: true }, wait, twice, wait, twice],
    { token: { refreshLifetime: 86_400, refreshGrace: 10, keptIn: 'localStorage' } },
  );
  expect(getFrame(trace, 5).token.outcome.graced).toBe(true);
  const { clients } = getFrame(trace, 5).token.state;
  // The attacker has a pair of its own since, so the old one is what it must not use any more.
  expect(Object.keys(clients.attacker?.storage.localStorage ?? {})).toContain('refreshToken');
});

test('what ends with a page, a tab and a browser', async () => {
  const places = ['memory', 'localStorage', 'cookie'] as const;
  for (const how of LEAVINGS)
    for (const keptIn of places)
      for (const lifetime of [900, null]) {
        const leave: Action = { type: 'leave', how };
        const trace = await run([LOGIN, leave, REQUEST], {
          session: { lifetime },
          token: { keptIn },
        });
        const { session, token } = getFrame(trace, 3);
        expect([how, lifetime, session.outcome.status]).toEqual([
          ...[how, lifetime],
          how === 'browser' && lifetime === null ? 401 : 200,
        ]);
        expect([how, keptIn, token.outcome.status]).toEqual([
          ...[how, keptIn],
          keptIn === 'memory' ? 401 : 200,
        ]);
        // No server learns of it.
        const [before, after] = [getFrame(trace, 1), getFrame(trace, 2)];
        expect(after.session.messages).toEqual([]);
        expect(after.session.state.stores).toEqual(before.session.state.stores);
        expect(after.token.state.servers).toEqual(before.token.state.servers);
      }
});

test('Back shows what was kept and asks nobody; a new tab has no history', async () => {
  const back: Action = { type: 'back' };
  const actions = [LOGIN, REQUEST, LOGOUT, back, { type: 'leave', how: 'tab' } as const, back];
  const kept = await run(actions, { noStore: false });
  for (const lane of ['session', 'token'] as const) {
    expect(getFrame(kept, 4)[lane]).toMatchObject({ outcome: { fromCache: true }, messages: [] });
    expect(getFrame(kept, 6)[lane].outcome.status).toBe(401);
    const asked = await run(actions);
    expect(getFrame(asked, 4)[lane].outcome.status).toBe(401);
    expect(getFrame(asked, 4)[lane].state.clients.client?.cache).toBe(undefined);
  }
});

test.each([
  [false, [true, false], ['refreshReused']],
  [true, [true, true], []],
])(
  'two at once, where the store is read first: %s',
  async (refreshReadsFirst, allowed, failures) => {
    const token = { lifetime: 300, refreshLifetime: 86_400, refreshReadsFirst };
    const { frames } = await run([{ type: 'login', fold: true }, { type: 'refreshTwice' }], {
      token,
    });
    const [first, second] = frames.slice(-2).map((frame) => frame.token);
    expect([first, second].map((lane) => lane?.outcome.allowed)).toEqual(allowed);
    expect([first, second].flatMap((lane) => lane?.outcome.failure ?? [])).toEqual(failures);
    const calls = [first, second].flatMap(
      (lane) =>
        lane?.messages.filter(({ kind }) => kind === 'store').map(({ method }) => method) ?? [],
    );
    const [reads, writes] = [
      ['get', 'get'],
      ['set', 'set', 'set', 'set'],
    ];
    expect(calls).toEqual(
      refreshReadsFirst ? [...reads, ...writes] : ['trade', 'trade', 'destroy'],
    );
  },
);

test('a slow answer during an outage writes nothing, and moves the browser’s cookie where it rolls', async () => {
  const actions: readonly Action[] = [LOGIN, BEGIN, { type: 'storeOutage' }, WAIT, END];
  for (const rolling of [true, false]) {
    const session = { rolling, store: 'persistent' } as const;
    const trace = await run(actions, { session });
    const { messages } = getFrame(trace, -1).session;
    expect(messages.filter(({ kind }) => kind === 'store')).toEqual([]);
    const answer = messages.find(({ kind }) => kind === 'response') as Message;
    const set = getHeader(answer, 'Set-Cookie');
    // Set anew: 900 s from when it is answered, at 12:01.
    if (rolling) expect(set).toMatch(/^connect\.sid=s%3A.*Expires=Thu, 01 Jan 2026 12:16:00 GMT/);
    else expect(set).toBe(null);
  }
});
