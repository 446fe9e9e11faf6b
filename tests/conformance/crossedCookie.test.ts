import { beforeAll, expect, test } from 'vitest';
import { CLIENT, SERVER, SESSION_STORE } from '../../src/sim/actors.ts';
import { checkCopy } from '../../src/sim/session/proof.ts';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';
import type { State } from '../../src/sim/state.ts';
import { getClient, getStore, patchClient, patchServer } from '../../src/sim/state.ts';
import type { Trace } from '../../src/sim/trace.ts';
import { extendTrace, runScenario } from '../../src/sim/trace.ts';
import { makeGenid, makeSessionApp } from './harness/apps.ts';
import { atTime } from './harness/clock.ts';
import { withServer } from './harness/server.ts';
import { SpyStore } from './harness/spyStore.ts';
import { sendRaw } from './harness/wire.ts';

const { start, origin } = DEFAULT_SETTINGS;
const CHAR_BITS = 8;

let trace: Trace;
let loggedIn: State;
let value: string;

beforeAll(async () => {
  trace = await runScenario({
    id: 'crossed',
    title: '',
    question: '',
    settings: DEFAULT_SETTINGS,
    actions: [{ type: 'login', fold: true }],
  });
  loggedIn = (trace.frames[1] as (typeof trace.frames)[0]).session.state;
  value = getClient(loggedIn, CLIENT).jar[0]?.value ?? '';
});

function copyStore(): SpyStore {
  const store = new SpyStore();
  for (const [sid, record] of Object.entries(getStore(loggedIn, SESSION_STORE).sessions)) {
    store.sessions[sid] = JSON.stringify(record);
  }
  return store;
}

/** Shows cookie values to a real express-session over the engine's records, and returns those that it accepts. */
function findAccepted(
  values: readonly string[],
  { secrets = DEFAULT_SETTINGS.session.secrets, store = copyStore(), now = start } = {},
) {
  const settings = { ...DEFAULT_SETTINGS, session: { ...DEFAULT_SETTINGS.session, secrets } };
  const app = makeSessionApp(settings, { store, genid: makeGenid('crossed') });
  return atTime(now, () =>
    withServer(app, async (server) => {
      const accepted: string[] = [];
      for (const each of values) {
        const headers = [
          ['Host', new URL(origin).host],
          ['Cookie', `connect.sid=${each}`],
        ] as const;
        const sent = { method: 'GET', target: '/profile', headers, body: null };
        const { response } = await sendRaw(server, sent);
        if (response.status === 200) accepted.push(each);
      }
      return accepted;
    }),
  );
}

/** The engine's own verdict on the same values. */
async function findAcceptedByEngine(values: readonly string[], secrets?: readonly string[]) {
  const accepted: string[] = [];
  const server = secrets ? patchServer(loggedIn, SERVER, { secrets }) : loggedIn;
  for (const each of values) {
    const state = patchClient(server, CLIENT, { discarded: each });
    if ((await checkCopy(DEFAULT_SETTINGS, state))?.accepted) accepted.push(each);
  }
  return accepted;
}

function flipEachBit(text: string): string[] {
  return [...text].flatMap((char, i) =>
    Array.from({ length: CHAR_BITS }, (_, bit) => {
      const flipped = String.fromCharCode(char.charCodeAt(0) ^ (1 << bit));
      return text.slice(0, i) + flipped + text.slice(i + 1);
    }),
  );
}

test("the engine's cookie is accepted by a real express-session", async () => {
  expect(await findAccepted([value])).toEqual([value]);
});

test('the cookie outlives its secret for as long as that is on the list, for both', async () => {
  const [old = ''] = DEFAULT_SETTINGS.session.secrets;
  const fresh = 'another secret of at least 32 bytes';
  expect(await findAccepted([value], { secrets: [fresh, old] })).toEqual([value]);
  expect(await findAcceptedByEngine([value], [fresh, old])).toEqual([value]);
  expect(await findAccepted([value], { secrets: [fresh] })).toEqual([]);
  expect(await findAcceptedByEngine([value], [fresh])).toEqual([]);
});

test('a record whose time is over is dropped as it is asked for, by both', async () => {
  const { session } = DEFAULT_SETTINGS;
  const now = start + (session.lifetime ?? 0);
  const store = copyStore();
  expect(await findAccepted([value], { store, now })).toEqual([]);
  expect(store.sessions).toEqual({});
  expect(store.takeCalls()).toMatchObject([{ method: 'get', record: null }]);

  const { frames } = trace;
  const last = frames.at(-1) as (typeof frames)[0];
  // A browser would have dropped the cookie in the same second: this client keeps it.
  const jar = getClient(loggedIn, CLIENT).jar.map((cookie) => ({ ...cookie, expires: null }));
  const state = { ...patchClient(loggedIn, CLIENT, { jar }), clock: now };
  const late = { ...trace, frames: [{ ...last, session: { ...last.session, state } }] };
  const { session: after } = (await extendTrace(late, { type: 'request', fold: true }))
    .frames[1] as typeof last;
  expect(after.outcome).toMatchObject({ status: 401, failure: 'sessionExpired' });
  expect(getStore(after.state, SESSION_STORE).sessions).toEqual({});
  expect(after.messages.filter(({ kind }) => kind === 'store')).toMatchObject([
    { method: 'get', body: null },
  ]);
});

test('with any single bit of the value changed it is refused, by both', async () => {
  const changed = flipEachBit(decodeURIComponent(value)).map(encodeURIComponent);
  expect(changed.length).toBeGreaterThan(600);
  expect(await findAccepted(changed)).toEqual([]);
  expect(await findAcceptedByEngine(changed)).toEqual([]);
});

test('how the value is percent-encoded is no part of it, for both', async () => {
  const spellings = [
    decodeURIComponent(value),
    value.replaceAll(/%../g, (hex) => hex.toLowerCase()),
  ];
  expect(new Set([value, ...spellings]).size).toBe(3);
  expect(await findAccepted(spellings)).toEqual(spellings);
  expect(await findAcceptedByEngine(spellings)).toEqual(spellings);
});

test('other broken values are refused, by both', async () => {
  const [sid = ''] = decodeURIComponent(value).slice(2).split('.');
  const broken = [
    sid,
    `s%3A${sid}`,
    `s%3A${sid}.`,
    value.replace('s%3A', ''),
    `${value}%3D`,
    `${value}%`,
    's%3A',
    's%3A.',
    '%',
    'j%3A%7B%7D',
  ];
  expect(await findAccepted(broken)).toEqual([]);
  expect(await findAcceptedByEngine(broken)).toEqual([]);
});
