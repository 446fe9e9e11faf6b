import type { Action } from '../../src/sim/action.ts';
import type { Target } from '../../src/sim/http/target.ts';
import type { Message } from '../../src/sim/message.ts';
import type { Outcome } from '../../src/sim/outcome.ts';
import type { State } from '../../src/sim/state.ts';
import type { Strategy } from '../../src/sim/strategy.ts';
import type { Frame, Trace } from '../../src/sim/trace.ts';
import { run, runWalk } from '../sim/runs.ts';

/*
 * The walk with one fact changed: by its settings, by its Actions, or by editing the frames, where
 * no setting reaches the fact. Each is a Trace of the same 12 steps.
 */
type Edit = (frame: Frame, strategy: Strategy) => Partial<Frame[Strategy]>;

const walk = await runWalk();

const edited = (edit: Edit): Trace => ({
  ...walk,
  frames: walk.frames.map((frame) => ({
    ...frame,
    session: { ...frame.session, ...edit(frame, 'session') },
    token: { ...frame.token, ...edit(frame, 'token') },
  })),
});

const editMessages = (edit: (message: Message) => Partial<Message>) =>
  edited((frame, lane) => ({
    messages: frame[lane].messages.map((message) => ({ ...message, ...edit(message) })),
  }));

const editOutcome = (edit: (outcome: Outcome) => Partial<Outcome>) =>
  edited((frame, lane) => ({ outcome: { ...frame[lane].outcome, ...edit(frame[lane].outcome) } }));

const editState = (edit: (state: State) => Partial<State>) =>
  edited((frame, lane) => ({ state: { ...frame[lane].state, ...edit(frame[lane].state) } }));

const record = walk.frames[3]?.session.state.stores.sessionStore?.sessions ?? {};
const client = walk.frames[5]?.session.state.clients.client;
const holder = walk.frames[5]?.token.state.clients.client;
const sessionServer = walk.frames[0]?.session.state.servers.server;
if (!client || !holder || !sessionServer) throw new RangeError('the walk has no client or server');

const ACTIONS = walk.scenario.actions;
const at = (target: Target) =>
  ACTIONS.map((action) => (action.type === 'request' ? { ...action, target } : action));
const wrong = ACTIONS.map((action) =>
  action.type === 'login' ? { ...action, password: 'wrong' } : action,
);

/** A run under the walk's own Actions, so that it is told in the walk's words. */
const asWalk = ({ scenario, frames }: Trace): Trace => ({
  scenario: { ...scenario, actions: ACTIONS },
  frames,
});

export const OTHER_FACTS = {
  'another name': await runWalk({ user: { username: 'grace' } }),
  'another user ID': await runWalk({ user: { id: 'user-77' } }),
  'a longer password': await runWalk({ user: { password: 'correct horse battery' } }),
  'the wrong password': await run(wrong),
  'another seed': await runWalk({ seed: 'other' }),
  'a shorter session': await runWalk({ session: { lifetime: 60 } }),
  'a session without end': await runWalk({ session: { lifetime: null } }),
  'a shorter token': await runWalk({ token: { lifetime: 120 } }),
  'another start': await runWalk({ start: walk.scenario.settings.start + 3723 }),
  'another origin': await runWalk({ origin: 'https://bank.test' }),
  'another page': await run(at('/admin')),
  'no regenerate': await runWalk({ session: { regenerate: false } }),
  'a rolling cookie': await runWalk({ session: { rolling: true } }),
  'a cookie without HttpOnly': await runWalk({ session: { httpOnly: false } }),
  'a token in memory': await runWalk({ token: { keptIn: 'memory' } }),
  'Secure over http': await runWalk({ session: { secure: true } }),
  'a record that is kept': await runWalk({ session: { destroyAtLogout: false } }),
  'a cookie that is kept': await runWalk({ session: { clearCookieAtLogout: false } }),
  'two session secrets': await runWalk({ session: { secrets: ['one', 'two'] } }),
  'another target': editMessages(({ target, kind }) =>
    kind === 'store' ? {} : { target: `/api${target}` },
  ),
  'another status': editMessages(({ status }) => (status === null ? {} : { status: 500 })),
  'a token refused': editOutcome(({ copy }) => ({
    copy: copy && { accepted: false, expiresAt: null, failure: 'tokenExpired' },
  })),
  'a logout that is sent': edited((_, lane) => ({
    messages: walk.frames[9]?.session.messages.slice(0, lane === 'token' ? 1 : undefined) ?? [],
  })),
  'another algorithm': editOutcome(({ proof }) => ({
    proof: proof && { ...proof, credential: `eyJhbGciOiJIUzUxMiJ9${proof.credential.slice(36)}` },
  })),
  'a cookie for a path': editState((state) => ({
    clients: { client: { ...client, jar: client.jar.map((c) => ({ ...c, path: '/app' })) } },
    clock: state.clock,
  })),
  'a record everywhere': editState(({ stores }) => ({
    stores: { ...stores, sessionStore: { sessions: record } },
  })),
  'a client that keeps all': editState((state) => ({
    clients: { client: { ...holder, jar: client.jar } },
    clock: state.clock,
  })),
  'a cookie with another name': editState((state) => ({
    clients: { client: { ...client, jar: client.jar.map((c) => ({ ...c, name: 'sid' })) } },
    clock: state.clock,
  })),
  // The walk without its logout, in the same number of steps.
  'a token in use': asWalk(
    await run(
      ACTIONS.flatMap((action): readonly Action[] =>
        action.type === 'logout' ? [{ type: 'wait', seconds: 1 }, { type: 'end' }] : [action],
      ),
      { session: { lifetime: 1 } },
    ),
  ),
  'no secrets': editState(() => ({ servers: { server: { ...sessionServer, secrets: [] } } })),
} as const satisfies Record<string, Trace>;

export type OtherFact = keyof typeof OTHER_FACTS;
