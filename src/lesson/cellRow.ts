import type { Frame, LaneFrame } from '../sim/trace.ts';
import { findRequest, readSentCredential } from './facts.ts';

/** A cell's words, fixed or read off the lane. */
export type Word = string | ((lane: LaneFrame) => string);
/** The words of a kind of step. */
export interface Row {
  readonly action: string;
  readonly session: Word;
  readonly token: Word;
  readonly result: string | ((frame: Frame) => string);
}

/** Tells whether a lane refused, or had nothing to do. */
export const refused = ({ outcome }: LaneFrame) =>
  outcome.type === 'denied' || outcome.idle !== null;
/** Tells whether the browser did not take the cookie that a response set. */
export const losesCookie = ({ outcome: { idle } }: LaneFrame) =>
  idle === 'cookieRefused' || idle === 'cookieInsecure';
/** Tells whether a lane got on with the step. */
export const gotOn = (lane: LaneFrame) => !refused(lane);
/** Tells whether a lane's request carries a credential. */
export const sends = (lane: LaneFrame, strategy: 'session' | 'token') =>
  readSentCredential(findRequest(lane), strategy) !== null;

/** Words for a whole request in one row: `missing` names what was not sent. */
export const toVerdict = (kept: string, missing: string) => (lane: LaneFrame) => {
  const { allowed, failure } = lane.outcome;
  if (allowed) return `${kept} accepted, access granted`;
  if (failure === 'cookieMissing' || failure === 'tokenMissing') return `${missing}, access denied`;
  return `${kept} refused, access denied`;
};

/** Chooses the result's words by whether both lanes, neither or one of them passes a test; `only` says it of that one. */
export function compare(
  both: string,
  neither: string,
  only: (passing: 'session' | 'token') => string,
  test: (lane: LaneFrame) => boolean,
) {
  return ({ session, token }: Frame) => {
    if (test(session) !== test(token)) return only(test(session) ? 'session' : 'token');
    return test(session) ? both : neither;
  };
}

/** Says which one of the lanes is let in. */
export const getsIn = (passing: 'session' | 'token') => `Only the ${passing} gets in`;
/** Tells whether a lane's server decided in favour. */
export const allowed = ({ outcome }: LaneFrame) => outcome.allowed === true;
