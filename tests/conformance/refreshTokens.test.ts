import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createRefreshStore } from '../../src/reference/refreshTokens.js';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import type { RefreshRecord } from '../../src/sim/state.ts';
import { makeAnyTokenApp } from './harness/apps.ts';
import { withServer } from './harness/server.ts';

type Records = Map<string, RefreshRecord>;
type Store = ReturnType<typeof createRefreshStore>;
type Slow = <T>(operation: () => Promise<T>) => Promise<T>;

const SETTINGS = changeSettings({ token: { refreshLifetime: 86_400 } });
const { username, password } = SETTINGS.user;
const ANSWER_MS = 5;

/** Lets everybody through once so many have come, so that they are there at once on any machine. */
function makeMeeting(count: number): () => Promise<void> {
  const letThrough: (() => void)[] = [];
  return () =>
    new Promise((resolve) => {
      letThrough.push(resolve);
      if (letThrough.length === count) for (const go of letThrough) go();
    });
}

/** The store in another place: what it is asked takes a while to get there, or the answer to come back. */
const SLOWNESS: Readonly<Record<string, Slow>> = {
  'on the way there': async (operation) => {
    await sleep(ANSWER_MS);
    return operation();
  },
  'on the way back': async (operation) => {
    const answer = await operation();
    await sleep(ANSWER_MS);
    return answer;
  },
};

/** Makes a store that answers late, and whose trades are asked for all at once. */
function makeSlowStore(records: Records, slow: Slow, meet: () => Promise<void>): Store {
  const store = createRefreshStore(records);
  return {
    get: (token) => slow(() => store.get(token)),
    set: (token, record) => slow(() => store.set(token, record)),
    async trade(token, next, now) {
      await meet();
      return slow(() => store.trade(token, next, now));
    },
    destroyFamily: (family) => slow(() => store.destroyFamily(family)),
    destroyUser: (userId) => slow(() => store.destroyUser(userId)),
  };
}

/** Makes what a store must not be: it reads, and writes when the answer is there. */
function makeTornStore(records: Records, slow: Slow, meet: () => Promise<void>): Store {
  const store = createRefreshStore(records);
  return {
    ...store,
    async trade(token, next, now) {
      await meet();
      const old: RefreshRecord | undefined = await slow(() => store.get(token));
      if (!old || old.used || old.expires <= now) return old;
      await slow(() => store.set(token, { ...old, used: true }));
      await slow(() => store.set(next.token, { ...old, expires: next.expires }));
      return old;
    },
  };
}

interface Pair {
  readonly token: string;
  readonly refreshToken: string;
}

/** Logs in, trades the refresh token in so many times at once, and shows what came of it. */
async function race(times: number, makeStore: (records: Records) => Store) {
  const records: Records = new Map();
  const app = makeAnyTokenApp(SETTINGS, {
    keys: { secrets: [SETTINGS.token.secret] },
    usesJose: false,
    denyList: new Map(),
    refreshTokens: makeStore(records),
    genid: randomUUID,
    drawRefreshToken: () => randomUUID(),
  });
  return withServer(app, async ({ port }) => {
    const ask = (path: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
    const post = (path: string, body: object) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const { refreshToken } = (await (await post('/login', { username, password })).json()) as Pair;
    const answers = await Promise.all(
      Array.from({ length: times }, () => post('/refresh', { refreshToken })),
    );
    const pairs = (await Promise.all(answers.map((answer) => answer.json()))) as Pair[];
    const issued = pairs.filter(({ token }) => token !== undefined);
    const open = issued.map(({ token }) =>
      ask('/profile', { headers: { Authorization: `Bearer ${token}` } }),
    );
    return {
      statuses: answers.map(({ status }) => status).sort(),
      opened: (await Promise.all(open)).map(({ status }) => status),
      left: records.size,
    };
  });
}

describe.each(Object.entries(SLOWNESS))('a store that takes 5 ms %s', (_, slow) => {
  test.each([2, 20])('gives one of %i that trade in at once the next pair', async (times) => {
    const meet = makeMeeting(times);
    const { statuses, opened, left } = await race(times, (records) =>
      makeSlowStore(records, slow, meet),
    );
    expect(statuses).toEqual([200, ...Array.from({ length: times - 1 }, () => 401)]);
    // The reuse was seen: the whole family is gone, the winner's next one too.
    expect(left).toBe(0);
    // An access token that is out needs no store.
    expect(opened).toEqual([200]);
  });

  test('gives both a pair where it is read first and written afterwards', async () => {
    const meet = makeMeeting(2);
    const { statuses, left } = await race(2, (records) => makeTornStore(records, slow, meet));
    expect(statuses).toEqual([200, 200]);
    expect(left).toBe(3);
  });
});
