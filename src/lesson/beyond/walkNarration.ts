import type { Strategy } from '../../sim/strategy.ts';
import type { Frame, LaneFrame } from '../../sim/trace.ts';
import type { WalkKind } from '../book.ts';
import type { RichText } from '../richText.ts';
import { sayEndToken, sayWaitSession, sayWaitToken } from './afterNarration.ts';
import type { Amendment } from './amendment.ts';
import { sayWalk } from './amendment.ts';
import { sayOther } from './copy.ts';
import {
  sayCreateSession,
  sayCreateToken,
  sayLogin,
  sayRefusedCookie,
  sayRespondToken,
} from './loginNarration.ts';
import { sayCleanupToken, sayLogoutSession, sayToldLogout } from './logoutNarration.ts';
import { isAtSecond } from './parties.ts';
import { sayAnswer, sayVerify, sayWholeRequest } from './requestNarration.ts';
import { sayStart } from './startNarration.ts';

type Table = Readonly<Partial<Record<WalkKind, Amendment>>>;

const TABLES: Readonly<Record<Strategy, Table>> = {
  session: {
    start: sayStart('session'),
    'login.create': sayCreateSession,
    'login.store': sayRefusedCookie,
    'login.whole': sayLogin('session'),
    'request.verify': sayVerify('session'),
    'request.respond': sayAnswer('session'),
    'request.whole': sayWholeRequest('session'),
    'logout.request': sayLogoutSession,
    'logout.whole': sayLogoutSession,
    'wait.pass': sayWaitSession,
  },
  token: {
    start: sayStart('token'),
    'login.store': sayRefusedCookie,
    'login.create': sayCreateToken,
    'login.respond': sayRespondToken,
    'login.whole': sayLogin('token'),
    'request.verify': sayVerify('token'),
    'request.respond': sayAnswer('token'),
    'request.whole': sayWholeRequest('token'),
    'logout.request': sayToldLogout,
    'logout.whole': sayToldLogout,
    'logout.cleanup': sayCleanupToken,
    'wait.pass': sayWaitToken,
    'end.rest': sayEndToken,
  },
};

/** Whether the attacker logs in, asks or logs out with a browser of its own, which only a run from a file has. */
const isOwnVisit = ({ action, kind }: Frame) =>
  action !== null &&
  'client' in action &&
  action.client === 'attacker' &&
  /^(login|request|logout)\./.test(kind);

/** The lane as it would be if the attacker's own browser were the user's. */
function seeOwn(lane: LaneFrame): LaneFrame {
  const { attacker } = lane.state.clients;
  const clients = { ...lane.state.clients, ...(attacker && { client: attacker }) };
  return { ...lane, state: { ...lane.state, clients } };
}

const hasTwoStores = ({ state }: LaneFrame) => Object.keys(state.stores).length > 1;

const sayOfStores = (text: RichText): RichText =>
  text.map((part) =>
    typeof part === 'string'
      ? part.replace(/([Tt])he store (still )?holds/, '$1he two stores together $2hold')
      : part,
  );

/** Kinds whose words in the walk say what a copy would get. */
const OF_COPIES: ReadonlySet<WalkKind> = new Set([
  'logout.request',
  'logout.cleanup',
  'logout.whole',
  'end.rest',
]);

/** Says it otherwise, whoever acts and wherever; `null` where the walk's words are right. */
function amendLane(lane: LaneFrame, frame: Frame, strategy: Strategy): RichText | null {
  const kind = frame.kind as WalkKind;
  const amended = TABLES[strategy][kind]?.(lane, frame);
  if (amended) return amended;
  // The walk's words tell of the one copy and the one store that there are in the walk.
  if (!OF_COPIES.has(kind)) return null;
  const other = sayOther(lane);
  if (other.length === 0 && !hasTwoStores(lane)) return null;
  return [...sayOfStores(sayWalk(strategy, kind, lane)), ...other];
}

/** Says a step of the walk's kinds where a run goes beyond the walk; `null` where its words are right. */
export function amendNarration(frame: Frame, strategy: Strategy): RichText | null {
  const lane = frame[strategy];
  const say = (intro: string, seen: LaneFrame): RichText => [
    intro,
    ...(amendLane(seen, frame, strategy) ?? sayWalk(strategy, frame.kind as WalkKind, seen)),
  ];
  if (isOwnVisit(frame)) return say('With the attacker’s own browser: ', seeOwn(lane));
  if (/^log(in|out)\./.test(frame.kind) && isAtSecond(lane))
    return say('At the second server: ', lane);
  return amendLane(lane, frame, strategy);
}
