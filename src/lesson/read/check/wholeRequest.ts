import { isSecondServer } from '../../told/actorIds.ts';
import { readCarried } from '../carried.ts';
import { readDiscarded } from '../held/held.ts';
import type { Moment } from '../moment.ts';
import { findDenyListCall, findRequest, findUserCall } from '../traffic.ts';
import { isWithinLeeway, readCookieCheck } from './check.ts';

/** Tells whether a step's request carries a credential. */
export const sendsAny = ({ lane, strategy }: Moment): boolean =>
  readCarried(findRequest(lane), strategy) !== null;

/** Reads the target of a step's request; empty without one. */
export const readTarget = ({ lane }: Moment): string => findRequest(lane)?.target ?? '';

/** Tells whether a request in one step was decided by more than the cookie and the store, or the token alone. */
export function isUnusual(moment: Moment): boolean {
  const { lane, server, strategy, browser } = moment;
  const { status } = lane.outcome;
  if (isSecondServer(server) || status === 403 || status === 431 || status === 500) return true;
  if (strategy === 'session') return false;
  const neverHeld = !sendsAny(moment) && readDiscarded(lane.state, browser) === null;
  return readLookUps(moment).any || isWithinLeeway(moment) || neverHeld;
}

/** What a token's server looked up besides: its deny-list, the user's row. */
export function readLookUps({ lane }: Moment) {
  const [denyList, user] = [findDenyListCall(lane), findUserCall(lane)].map(
    (call) => call !== undefined,
  ) as [denyList: boolean, user: boolean];
  return { denyList, user, any: denyList || user };
}

/** Reads the role in the record that lets a user in to a page of administrators; `null` elsewhere. */
export function readCopiedRole(moment: Moment): string | null {
  const check = readCookieCheck(moment);
  return check?.type === 'found' && readTarget(moment) === '/admin' ? check.role : null;
}
