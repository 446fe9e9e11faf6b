import type { GoalId } from '../../../src/lesson/exercises/goals/goals.ts';
import type { Action } from '../../../src/sim/action.ts';
import type { Outcome } from '../../../src/sim/outcome.ts';
import type { Trace } from '../../../src/sim/trace.ts';

type Lane = 'session' | 'token';
const LANES: readonly Lane[] = ['session', 'token'];

/** An Action, and of each lane the outcome that counts: the server's decision, else the last. */
interface Act extends Readonly<Record<Lane, Outcome>> {
  readonly action: Action;
}

type Test = (act: Act) => boolean;

const toActs = ({ scenario, frames }: Trace): readonly Act[] =>
  scenario.actions.map((action, i) => {
    const read = (lane: Lane): Outcome => {
      const own = frames.filter((one) => one.actionIndex === i).map((one) => one[lane].outcome);
      const found = own.findLast(({ allowed }) => allowed !== null) ?? own.at(-1);
      if (!found) throw new RangeError(`no outcome of ${i}`);
      return found;
    };
    return { action, session: read('session'), token: read('token') };
  });

const is =
  (...types: readonly Action['type'][]): Test =>
  ({ action }) =>
    types.includes(action.type);
const isUsers: Test = ({ action }) => !('client' in action && action.client === 'attacker');
const isRequest: Test = (act) => is('request')(act) && isUsers(act);
const isRide: Test = ({ action }) => action.type === 'injectScript' && action.mode === 'ride';
/** What was given out is used: by its user, a thief, another site or a script. */
const isAsking: Test = (act) => isRequest(act) || is('replay', 'crossSite')(act) || isRide(act);
const isLogout: Test = (act) => is('logout', 'logoutEverywhere')(act) && isUsers(act);

const isIn = (act: Act, lane: Lane) => act[lane].allowed === true && !act[lane].blocked;
/** A server refused it, or the browser kept the answer from the page. */
const isOut = (act: Act, lane: Lane) =>
  act[lane].allowed === false || (act[lane].blocked !== undefined && isUsers(act));
const inBoth: Test = (act) => LANES.every((lane) => isIn(act, lane));
const outBoth: Test = (act) => LANES.every((lane) => isOut(act, lane));
const isDone = (act: Act, lane: Lane) => act[lane].failure === null && act[lane].idle === null;
const isLoginIn = (act: Act, lane: Lane) => is('login')(act) && isUsers(act) && isDone(act, lane);
const isLogin: Test = (act) => LANES.some((lane) => isLoginIn(act, lane));

/** Lists every way to pick so many indices, in order. */
function pick(count: number, from: number, to: number): number[][] {
  if (count === 0) return [[]];
  const found: number[][] = [];
  for (let i = from; i < to; i += 1) {
    for (const rest of pick(count - 1, i + 1, to)) found.push([i, ...rest]);
  }
  return found;
}

/** Whether some Actions passed the tests in this order, and none between them, but they themselves, is one that breaks. */
const hasChain = (acts: readonly Act[], tests: readonly Test[], breaks: Test = () => false) =>
  pick(tests.length, 0, acts.length).some((indices) => {
    const [first = 0, last = 0] = [indices[0], indices.at(-1)];
    return (
      indices.every((index, n) => tests[n]?.(acts[index] as Act)) &&
      acts.every((act, i) => i <= first || i >= last || indices.includes(i) || !breaks(act))
    );
  });

const BOUND: readonly Action['type'][] = [
  ...([
    'login',
    'request',
    'logout',
    'changePassword',
    'forget',
    'back',
    'leave',
    'startSlow',
  ] as const),
  ...(['finishSlow', 'refreshTwice', 'refresh', 'steal', 'injectScript', 'crossSite'] as const),
];
const toClient = (action: Action): string =>
  ('client' in action ? action.client : undefined) ?? 'client';

/** Whether there is a chain among what one client did, what was done with its copy, and what has no client. */
const hasChainOfOne = (acts: readonly Act[], tests: readonly Test[], breaks?: Test) => {
  const victims: (string | null)[] = [];
  for (const { action } of acts) {
    const isTheft = action.type === 'steal' || action.type === 'injectScript';
    victims.push(isTheft ? toClient(action) : (victims.at(-1) ?? null));
  }
  const whose = acts.map(({ action }, i) =>
    action.type === 'replay'
      ? (victims[i] ?? null)
      : BOUND.includes(action.type)
        ? toClient(action)
        : null,
  );
  return [...new Set(whose)].some(
    (own) =>
      own !== null &&
      hasChain(
        acts.filter((_, i) => whose[i] === null || whose[i] === own),
        tests,
        breaks,
      ),
  );
};

const sameReplay = (a: Action, b: Action) =>
  a.type === 'replay' &&
  b.type === 'replay' &&
  a.server === b.server &&
  a.target === b.target &&
  a.what === b.what;

const atServer =
  (server: string, test: Test): Test =>
  (act) =>
    (('server' in act.action && act.action.server) || 'server') === server && test(act);

/** Each goal said once more, of the outcomes as the engine has them. */
export const ORACLES: Readonly<Record<GoalId, (trace: Trace) => boolean>> = {
  'only-token': (trace) =>
    toActs(trace).some((act) => isRequest(act) && isIn(act, 'token') && isOut(act, 'session')),
  'only-session': (trace) =>
    toActs(trace).some((act) => isRequest(act) && isIn(act, 'session') && isOut(act, 'token')),
  'survive-restart': (trace) =>
    hasChainOfOne(
      toActs(trace),
      [isLogin, is('restart'), (act) => isRequest(act) && inBoth(act)],
      isLogin,
    ),
  'closed-browser': (trace) =>
    hasChainOfOne(
      toActs(trace),
      [
        isLogin,
        ({ action }) => action.type === 'leave' && action.how === 'browser',
        (act) => isRequest(act) && inBoth(act),
      ],
      isLogin,
    ),
  'token-stops': (trace) => {
    const acts = toActs(trace);
    return pick(2, 0, acts.length).some(([i = 0, j = 0]) => {
      const [first, later] = [acts[i], acts[j]];
      if (!first || !later || !sameReplay(first.action, later.action)) return false;
      const { allowed, failure } = later.token;
      const isTimely =
        failure !== null && failure !== 'tokenExpired' && failure !== 'sessionExpired';
      return isIn(first, 'token') && allowed === false && isTimely;
    });
  },
  'forged-in': (trace) =>
    toActs(trace).some(
      (act) =>
        is('forge', 'tamper')(act) &&
        !('part' in act.action && act.action.part === 'lastLetter') &&
        isIn(act, 'token'),
    ),
  fixation: (trace) =>
    hasChain(
      toActs(trace),
      [is('plant'), isLogin, (act) => is('replay')(act) && isIn(act, 'session')],
      is('steal', 'injectScript'),
    ),
  'restart-ends-both': (trace) =>
    hasChainOfOne(
      toActs(trace),
      [
        (act) => isRequest(act) && inBoth(act),
        is('restart'),
        (act) => isRequest(act) && outBoth(act) && LANES.every((lane) => act[lane].idle === null),
      ],
      (act) => isLogout(act) || is('wait', 'forget', 'leave', 'rotateSecret')(act),
    ),
  'after-logout': (trace) =>
    LANES.some((lane) =>
      hasChainOfOne(
        toActs(trace),
        [(act) => isLoginIn(act, lane), isLogout, (act) => isAsking(act) && isIn(act, lane)],
        isLogin,
      ),
    ),
  'own-form-only': (trace) =>
    hasChain(
      toActs(trace),
      [
        (act) =>
          act.action.type === 'crossSite' &&
          act.action.vehicle !== 'link' &&
          act.action.from !== 'sibling' &&
          outBoth(act),
        (act) => isRequest(act) && inBoth(act),
      ],
      isLogin,
    ),
  'empty-handed': (trace) =>
    hasChain(
      toActs(trace),
      [
        (act) =>
          act.action.type === 'injectScript' &&
          LANES.every((lane) => isOut(act, lane) || act[lane].idle === 'scriptCannotRead'),
        (act) => isRequest(act) && inBoth(act),
      ],
      isLogin,
    ),
  'keys-in-peace': (trace) =>
    hasChainOfOne(
      toActs(trace),
      [isLogin, is('rotateSecret'), (act) => isRequest(act) && inBoth(act)],
      isLogin,
    ),
  'thief-out': (trace) =>
    hasChain(
      toActs(trace),
      [
        (act) => is('replay')(act) && inBoth(act),
        (act) =>
          is('changePassword')(act) && isUsers(act) && LANES.every((lane) => isDone(act, lane)),
        (act) => is('replay')(act) && outBoth(act),
      ],
      is('wait', 'logout', 'logoutEverywhere', 'restart'),
    ),
  'two-servers': (trace) =>
    ['server', 'server2'].every((server) =>
      hasChain(
        toActs(trace),
        [
          atServer(server, (act) => is('replay')(act) && inBoth(act)),
          isLogout,
          atServer(server, (act) => is('replay')(act) && outBoth(act)),
        ],
        is('wait', 'restart', 'rotateSecret'),
      ),
    ),
};
