import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { toCells } from '../../../src/lesson/cells.ts';
import { toDetail } from '../../../src/lesson/details.ts';
import { toNarration } from '../../../src/lesson/narration.ts';
import { toPlainText } from '../../../src/lesson/richText.ts';
import { toScene } from '../../../src/lesson/scene.ts';
import type { Action } from '../../../src/sim/action.ts';
import { countTrace } from '../../../src/sim/counts.ts';
import { listRecords } from '../../../src/sim/session/store.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import type { Frame, LaneFrame } from '../../../src/sim/trace.ts';
import { extendTrace, runScenario } from '../../../src/sim/trace.ts';
import { anyRunOfOneBrowser, anySettings } from '../arbitraries.ts';
import { toScenario, toSettings } from '../runs.ts';

// Many runs; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

/** What a user and a thief would do; with some of it left out it still makes sense. */
const STORY: readonly Action[] = [
  { type: 'login', fold: true },
  { type: 'request' },
  { type: 'steal' },
  { type: 'wait', seconds: 60 },
  { type: 'request', fold: true },
  { type: 'logout' },
  { type: 'replay' },
  { type: 'restart' },
  { type: 'replay', fold: true },
  { type: 'login' },
  { type: 'forget' },
  { type: 'login', fold: true },
  { type: 'wait', seconds: 450 },
  { type: 'request' },
  { type: 'wait', seconds: 450 },
  { type: 'request', fold: true },
  { type: 'logout', fold: true },
  { type: 'wait', seconds: 60 },
];

const anyStory = fc.record({
  settings: anySettings,
  actions: fc.subarray([...STORY], { minLength: 3 }),
});
/** Nobody but the user, and nothing that would make the page say less. */
const anyPeace = anyStory.map(({ settings, actions }) => ({
  settings: { ...settings, secretAtBoot: 'fixed' as const, second: undefined },
  actions: actions.filter(({ type }) => /login|request|wait|forget/.test(type)),
}));
const anyTold = fc.oneof(anyRunOfOneBrowser(14), anyStory);

/** Runs for the words that random ones seldom come to. */
const RARE: readonly { settings: Settings; actions: Action[] }[] = [
  { settings: toSettings(), actions: [...STORY, { type: 'ban' }, { type: 'end' }] },
  { settings: toSettings(), actions: [{ type: 'ban' }, { type: 'restart' }] },
  {
    settings: toSettings(),
    actions: [
      { type: 'login', password: 'wrong horse', fold: true },
      { type: 'login', password: 'wrong horse' },
      { type: 'login' },
      { type: 'restart' },
      { type: 'logout' },
    ],
  },
  {
    settings: toSettings({ session: { regenerate: false, store: 'persistent' } }),
    actions: [{ type: 'login' }, { type: 'login' }, { type: 'restart' }],
  },
  {
    settings: toSettings({ token: { leeway: 120 } }),
    actions: [
      { type: 'login' },
      { type: 'wait', until: 'token' },
      { type: 'request' },
      { type: 'request', fold: true },
    ],
  },
  {
    settings: toSettings({ token: { denyList: true, refreshLifetime: 600 } }),
    actions: [{ type: 'login' }, { type: 'logout' }, { type: 'restart' }],
  },
  {
    settings: toSettings({ origin: 'http://bank.localhost:3000', session: { sameSite: 'none' } }),
    actions: [
      { type: 'login', fold: true },
      { type: 'crossSite', vehicle: 'form', from: 'sibling' },
    ],
  },
  {
    settings: toSettings({ payload: { long: 'x'.repeat(3500) }, token: { keptIn: 'cookie' } }),
    actions: [{ type: 'login', fold: true }],
  },
  { settings: toSettings({ session: { secure: true } }), actions: [{ type: 'login', fold: true }] },
];

/** A step of a run in one lane, with the one before it and all that the page says of it. */
interface Told {
  readonly frame: Frame;
  readonly lane: LaneFrame;
  readonly before: LaneFrame;
  /** The frames of its Action up to it. */
  readonly action: readonly LaneFrame[];
  readonly strategy: Strategy;
  readonly text: string;
}

/** Whether whoever acts had a cookie before. */
function holdsCookie({ frame: { action }, before }: Told, name: string): boolean {
  const id = (action && 'client' in action && action.client) || 'client';
  return before.state.clients[id]?.jar.some((cookie) => cookie.name === name) ?? false;
}

const listMessages = ({ action }: Told) => action.flatMap(({ messages }) => messages);

const setsCookie = (told: Told, name: string) =>
  listMessages(told).some(({ headers }) =>
    headers.some(([field, value]) => field === 'Set-Cookie' && value.startsWith(`${name}=s`)),
  );

/** The first pair of each Set-Cookie field, which is the cookie itself. */
const listSet = (told: Told): string[] =>
  listMessages(told).flatMap(({ headers }) =>
    headers.flatMap(([field, value]) =>
      field === 'Set-Cookie' ? [value.slice(0, value.indexOf(';'))] : [],
    ),
  );

const listSetBytes = (told: Told) => listSet(told).map((pair) => pair.length - 1);

const holdsSetCookie = (told: Told) =>
  Object.values(told.lane.state.clients).some(({ jar }) =>
    jar.some(({ name, value }) => listSet(told).includes(`${name}=${value}`)),
  );

const sentCookie = (told: Told, name: string) =>
  listMessages(told).some(({ headers }) =>
    headers.some(([field, value]) => field === 'Cookie' && value.includes(`${name}=`)),
  );

function readServer({ frame, action }: Told) {
  const asked = action.flatMap(({ messages }) => messages).find(({ kind }) => kind === 'request');
  const named = frame.action?.type === 'restart' ? frame.action.server : undefined;
  return asked?.to ?? named ?? 'server';
}

const readServerClock = (told: Told) =>
  told.lane.state.clock + (told.lane.state.servers[readServer(told)]?.clockOffset ?? 0);

const isBeforeExp = (told: Told) =>
  (told.lane.outcome.proof?.expiresAt ?? Number.POSITIVE_INFINITY) > readServerClock(told);

const listTokenState = ({ state }: LaneFrame, id: string) => {
  const { denyList, refreshTokens } = state.servers[id] ?? {};
  return [denyList, refreshTokens].flatMap((list) => Object.keys(list ?? {}));
};

const listStored = ({ state }: LaneFrame, id: string) => {
  const store = state.stores[state.servers[id]?.store ?? ''];
  return store ? listRecords(store) : [];
};

/** What is said, and what must be so where it is: read off State and Messages, not off the words' own reasons. */
const LAWS: readonly (readonly [RegExp, (told: Told) => boolean])[] = [
  [/exp \S+ > |is after \d|exp \S+ has not passed|ends at \S+ whatever/, isBeforeExp],
  [/ \+ leeway > |exp has passed, by less|only the server’s leeway/, (told) => !isBeforeExp(told)],
  [
    /has dropped its cookie|Browser has dropped/,
    ({ before, lane }) =>
      (before.state.clients.client?.jar.length ?? 0) > (lane.state.clients.client?.jar.length ?? 0),
  ],
  [/The response set no cookie/, (told) => !setsCookie(told, 'connect.sid')],
  [/more than 4096 bytes/, (told) => listSetBytes(told).some((bytes) => bytes > 4096)],
  [/SameSite=None only together/, (told) => listSetBytes(told).every((bytes) => bytes <= 4096)],
  [/refuses the cookie/, (told) => listSetBytes(told).length > 0 && !holdsSetCookie(told)],
  [/so the jar drops it/, (told) => holdsCookie(told, 'connect.sid')],
  [/the session ID stays the one it was/, (told) => sentCookie(told, 'connect.sid')],
  [/which brought none/, (told) => !sentCookie(told, 'connect.sid')],
  [
    /Store survives|not part of the process that ended/,
    (told) =>
      listStored(told.lane, readServer(told)).length > 0 ||
      told.lane.state.servers[readServer(told)]?.secretAtBoot !== undefined,
  ],
  [
    /Records are lost|MemoryStore was a variable/,
    (told) =>
      listStored(told.before, readServer(told)).length > 0 &&
      listStored(told.lane, readServer(told)).length === 0,
  ],
  [
    /Store was empty|no records, so nothing is lost/,
    (told) => listStored(told.before, readServer(told)).length === 0,
  ],
  [
    /had nothing to lose|needs nothing of the process but/,
    (told) => {
      const [id, { before, lane }] = [readServer(told), told];
      return listTokenState(before, id).join() === listTokenState(lane, id).join();
    },
  ],
  [
    /(list|tokens) (is|are) lost|(list|tokens) (was|were) a variable/,
    (told) =>
      listTokenState(told.before, readServer(told)).length > 0 &&
      listTokenState(told.lane, readServer(told)).length === 0,
  ],
  [/The logout changed nothing here/, ({ lane }) => lane.state.servers.server?.denyList === null],
  [/(Attacker|Altered|CSRF|Link|XSS) gets in/, ({ lane }) => lane.outcome.allowed === true],
  [/(Attacker|Altered|CSRF|Link|XSS) kept out/, ({ lane }) => lane.outcome.allowed === false],
  [/Login refused/, ({ lane }) => lane.outcome.type === 'denied'],
  [/cookie set/, (told) => setsCookie(told, 'connect.sid') && holdsSetCookie(told)],
  [
    /Logged in 200/,
    ({ strategy, ...told }) =>
      strategy === 'token' || setsCookie({ ...told, strategy }, 'connect.sid'),
  ],
  [/No cookie sent 200|no cookie sent/, (told) => !setsCookie(told, 'connect.sid')],
  [
    /same site, other origin/,
    ({ lane }) => lane.state.clients.client?.origin.includes('.') === true,
  ],
  [
    /remember nothing|keeps anything about anybody/,
    ({ lane }) =>
      Object.values(lane.state.servers).every(
        ({ denyList, refreshTokens }) => denyList === null && refreshTokens === undefined,
      ),
  ],
  [
    /Client deletes token locally|code drops the token/,
    ({ before }) =>
      Object.values(before.state.clients).some(
        ({ jar, storage }) =>
          jar.length + Object.keys({ ...storage.memory, ...storage.localStorage }).length > 0,
      ),
  ],
  [/No token is out/, ({ lane }) => (lane.state.clients.attacker?.loot.length ?? 0) === 0],
  [/carries no Authorization header/, () => false],
];

const LANE_NAMES = { session: 'Session', token: 'Token' } as const;

function readTold(frames: readonly Frame[], step: number, strategy: Strategy): Told {
  const frame = frames[step] as Frame;
  const own = frames.slice(0, step + 1).filter((one) => one.actionIndex === frame.actionIndex);
  const lane = frame[strategy];
  const text = [
    toPlainText(toNarration(frame.kind, lane, strategy, frame)),
    toCells(frame)[strategy],
    toDetail(frame.kind, lane, strategy) ?? '',
    toScene(frame, strategy).verdict.word,
  ].join(' | ');
  const before = (frames[step - 1] ?? frame)[strategy];
  return { frame, lane, before, action: own.map((one) => one[strategy]), strategy, text };
}

test('what is said of a step is so', async () => {
  const told = new Map<RegExp, number>();
  const holds = fc.asyncProperty(anyTold, async ({ settings, actions }) => {
    const { frames } = await runScenario({ ...toScenario(), settings, actions });
    for (const step of frames.keys()) {
      for (const strategy of STRATEGIES) {
        const one = readTold(frames, step, strategy);
        for (const [words, isSo] of LAWS) {
          if (!words.test(one.text)) continue;
          told.set(words, (told.get(words) ?? 0) + 1);
          const where = `${LANE_NAMES[strategy]}, step ${step} (${one.frame.kind}): ${one.text}`;
          expect(isSo(one), where).toBe(true);
        }
      }
    }
  });
  await fc.assert(holds, { numRuns: 400, examples: RARE.map((one) => [one]) });
  // A law whose words nobody says proves nothing; the last one is there to stay unsaid.
  for (const [words] of LAWS.slice(0, -1))
    expect(told.get(words) ?? 0, String(words)).toBeGreaterThan(0);
});

test('“Session kept” is said only where the server destroyed none', async () => {
  const holds = fc.asyncProperty(anyTold, async ({ settings, actions }) => {
    const { frames } = await runScenario({ ...toScenario(), settings, actions });
    for (const frame of frames) {
      if (!toCells(frame).result.startsWith('Session kept')) continue;
      expect(frame.session.messages.some(({ method }) => method === 'destroy')).toBe(false);
    }
  });
  await fc.assert(holds, { numRuns: 200 });
});

test('what is said to be left for a stolen copy is what a replay gets', async () => {
  let tried = 0;
  const holds = fc.asyncProperty(anyTold, async ({ settings, actions }) => {
    const trace = await runScenario({ ...toScenario(), settings, actions });
    const last = countTrace(trace, trace.frames.length - 1);
    const servers = settings.second ? (['server', 'server2'] as const) : (['server'] as const);
    for (const server of servers) {
      const longer = await extendTrace(trace, { type: 'replay', server, fold: true });
      const replay = longer.frames.at(-1) as Frame;
      for (const strategy of STRATEGIES) {
        if (last[strategy].copy?.seconds !== 0) continue;
        tried += 1;
        expect(replay[strategy].outcome.allowed, `${strategy} at ${server}`).not.toBe(true);
      }
    }
  });
  await fc.assert(holds, { numRuns: 300 });
  expect(tried).toBeGreaterThan(20);
});

test('a session that is said to be alive at the end opens the page', async () => {
  let alive = 0;
  const holds = fc.asyncProperty(fc.oneof(anyTold, anyPeace), async ({ settings, actions }) => {
    const before = await runScenario({ ...toScenario(), settings, actions });
    const trace = await extendTrace(before, { type: 'end' });
    if (toCells(trace.frames.at(-1) as Frame).session !== 'Session still alive') return;
    alive += 1;
    const asked = (await extendTrace(before, { type: 'request', fold: true })).frames.at(-1);
    expect(asked?.session.outcome.allowed).toBe(true);
  });
  await fc.assert(holds, { numRuns: 400 });
  expect(alive).toBeGreaterThan(5);
});
