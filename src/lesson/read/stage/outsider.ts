import type { ActionOf } from '../../../sim/action.ts';
import { ATTACKER, SERVER } from '../../../sim/actors.ts';
import { isAccessToken } from '../../../sim/token/jwt/accessToken.ts';
import type { ForeignPage } from '../action/visit.ts';
import { readForeignPage } from '../action/visit.ts';
import type { Actor } from '../actor.ts';
import { actsFromOutside, readActor } from '../actor.ts';
import { readCarried, readRefreshToken } from '../carried.ts';
import { readClock } from '../clock.ts';
import { listStolen, readDiscarded } from '../held/held.ts';
import type { HeldCredential } from '../held/heldCredentials.ts';
import { listHeld } from '../held/heldCredentials.ts';
import type { RequestLine } from '../message/httpLine.ts';
import { toRequestLine } from '../message/httpLine.ts';
import type { Moment } from '../moment.ts';
import { readCopy } from '../outcome/copy.ts';
import { findAsked, findRequest, readTraffic } from '../traffic.ts';

/** What the attacker does in a step. */
export type AttackersDeed =
  /** It does nothing; its own browser may keep what it was given before. */
  | { readonly type: 'away'; readonly keeps: HeldCredential['what'] | null }
  | { readonly type: 'useless' | 'unused' }
  | { readonly type: 'scriptFindsNothing' | 'scriptReads' | 'scriptActs' }
  | { readonly type: 'steals' | 'asks' | 'plants' | 'sendsCopy' | 'sendsForgery' }
  | { readonly type: 'sendsRefreshToken' | 'ownBrowser' };

const DEEDS = {
  theft: 'steals',
  planting: 'plants',
  copy: 'sendsCopy',
  forgery: 'sendsForgery',
  refreshToken: 'sendsRefreshToken',
  browser: 'ownBrowser',
} as const;

/** Tells whether somebody acts who should not be there. */
export const isOutsiders = (actor: Actor): boolean =>
  (actor.who === 'attacker' && actor.means !== 'tampering') ||
  actor.who === 'otherSite' ||
  actor.who === 'script';

/** Reads that the attacker does nothing, and what its own browser keeps meanwhile; what it planted is with what it stole. */
function readRest(moment: Moment): AttackersDeed {
  const stolen = listStolen(moment.lane.state);
  const own = listHeld(moment, ATTACKER).find(({ value }) => !stolen.includes(value));
  return { type: 'away', keeps: own?.what ?? null };
}

function readDeed(moment: Moment): AttackersDeed {
  const { actor, lane } = moment;
  const { idle } = lane.outcome;
  if (idle === 'scriptCannotRead') return { type: 'scriptFindsNothing' };
  if (!isOutsiders(actor)) return readRest(moment);
  const isBusy = idle === null || (actor.who === 'attacker' && actor.means === 'browser');
  // A server may give out no cookie that could be planted: that is found out by asking.
  if (!isBusy && actsFromOutside(actor) && findRequest(lane)) return { type: 'asks' };
  if (!isBusy) return { type: listStolen(lane.state).length > 0 ? 'unused' : 'useless' };
  if (actor.who === 'script') return { type: actor.mode === 'read' ? 'scriptReads' : 'scriptActs' };
  // Tampering goes out from the user's own client, so nobody stands outside.
  if (actor.who !== 'attacker' || actor.means === 'tampering') return readRest(moment);
  return { type: DEEDS[actor.means] };
}

/** What one stolen thing is worth now; the engine has tried it. */
export interface StolenWorth {
  readonly credential: string;
  readonly refused: boolean;
  /** NumericDate seconds; `null`: it has no end. */
  readonly expiresAt: number | null;
  /** The first server's time. */
  readonly now: number;
}

/**
 * Reads what was found out about the one thing that was stolen; `null` where it is about something
 * else, about one of several things, or where another server might decide otherwise.
 */
function readStolenWorth(moment: Moment): StolenWorth | null {
  const { lane, strategy } = moment;
  const worth = readCopy(moment);
  // A refresh token is not what a request for a page carries.
  const isTried = (item: string) => strategy === 'session' || isAccessToken(item);
  const [only, ...others] = listStolen(lane.state).filter(isTried);
  const tried = readDiscarded(lane.state) ?? only;
  if (!worth || !only || others.length > 0 || tried !== only || worth.severalServers) return null;
  // A session that nobody has logged in to yet is what a planted cookie waits for, and not over.
  if (!worth.accepted && worth.failure === 'sessionAnonymous') return null;
  const expiresAt = worth.accepted ? worth.expiresAt : null;
  const now = readClock(lane.state, SERVER);
  return { credential: only, refused: !worth.accepted, expiresAt, now };
}

/** Who stands outside of the wire. */
export type OutsiderFacts =
  | {
      readonly type: 'page';
      readonly page: ForeignPage;
      /** It acts in this step; else it is only there, in the user's browser. */
      readonly acts: boolean;
      /** What it makes the browser send; `null` until then. */
      readonly request: RequestLine | null;
      readonly isAnswered: boolean;
    }
  | {
      readonly type: 'attacker';
      readonly deed: AttackersDeed;
      /** What it has stolen, the latest first. */
      readonly stolen: readonly string[];
      /** What it sends in this step; `null` for nothing. */
      readonly sent: string | null;
      readonly worth: StolenWorth | null;
    };

/** Finds the deed of another site's page that is outside where the page does nothing: the last one, else the first to come. */
function findPage({ frames, step, lane }: Moment): ActionOf<'crossSite'> | null {
  if (listStolen(lane.state).length > 0) return null;
  const isOutside = (at: number) => isOutsiders(readActor(frames[at]?.action ?? null));
  let at = step;
  while (at > 0 && !isOutside(at)) at--;
  if (at === 0) while (at < frames.length && !isOutside(at)) at++;
  const action = frames[at]?.action;
  return action?.type === 'crossSite' ? action : null;
}

/** Reads who stands outside of the wire, with what it has stolen and what it sends. */
export function readOutsider(moment: Moment): OutsiderFacts {
  const { actor, lane, strategy } = moment;
  const { request, response, waiting } = readTraffic(moment);
  if (actor.who === 'otherSite') {
    const page = readForeignPage(moment, actor.deed);
    const asked = request ?? waiting ?? (response && (findAsked(moment) ?? null));
    const line = asked && toRequestLine(asked);
    return { type: 'page', acts: true, page, request: line, isAnswered: response !== null };
  }
  const resting = isOutsiders(actor) ? null : findPage(moment);
  if (resting) {
    const page = readForeignPage(moment, resting);
    return { type: 'page', acts: false, page, request: null, isAnswered: false };
  }
  const own = actsFromOutside(actor) ? (request ?? waiting) : null;
  return {
    type: 'attacker',
    deed: readDeed(moment),
    stolen: [...listStolen(lane.state)].reverse(),
    sent: readCarried(own, strategy)?.value ?? readRefreshToken(own),
    worth: readStolenWorth(moment),
  };
}
