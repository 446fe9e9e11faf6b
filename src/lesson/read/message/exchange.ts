import type { CarriedCredential } from '../carried.ts';
import {
  carriesSeveral,
  clearsCookie,
  isOldFirst,
  isPlantedFirst,
  readCarried,
  readRefreshToken,
} from '../carried.ts';
import { listStolen } from '../held/held.ts';
import type { Moment } from '../moment.ts';
import {
  findAnswer,
  findAsked,
  findPreflight,
  findRequest,
  findResponse,
  findStoreCall,
} from '../traffic.ts';
import type { RequestLine } from './httpLine.ts';
import { toRequestLine } from './httpLine.ts';

/* ------------------------------------------------------------------------------ the request */

/** Reads the first line of a step's request; `null` where it has none. */
export function readRequestLine({ lane }: Moment): RequestLine | null {
  const request = findRequest(lane);
  return request ? toRequestLine(request) : null;
}

/** Reads the lane's credential in a step's request; `null` where none goes along. */
export const readSentCredential = ({ lane, strategy }: Moment): CarriedCredential | null =>
  readCarried(findRequest(lane), strategy);

/** Tells whether a step's request carries a refresh token. */
export const sendsRefreshToken = ({ lane }: Moment): boolean =>
  readRefreshToken(findRequest(lane)) !== null;

/** Counts the requests of a step, a browser's own among them. */
export const countRequests = ({ lane }: Moment): number =>
  lane.messages.filter(({ kind }) => kind === 'request').length;

/** Tells whether the browser asked in a step whether it may send the page's request. */
export const asksFirst = ({ lane }: Moment): boolean => findPreflight(lane) !== undefined;

/** Tells whether the request of a step's Action carries more than one cookie of the lane's name. */
export const sendsSeveral = (moment: Moment): boolean =>
  carriesSeveral(findAsked(moment), moment.strategy);

/** Reads which cookie comes first of several of one name, which is the one that the server reads; `null` where there is one. */
export function readFirstOfSeveral(moment: Moment): 'planted' | 'older' | null {
  const [asked, stolen] = [findAsked(moment), listStolen(moment.lane.state)];
  if (isPlantedFirst(asked, moment.strategy, stolen)) return 'planted';
  return isOldFirst(asked, moment.strategy, stolen) ? 'older' : null;
}

/* ------------------------------------------------------------------------------- the answer */

/** Reads the status code of a step's answer; `null` where there is none. */
export const readStatus = ({ lane }: Moment): number | null =>
  findResponse(lane)?.status ?? lane.outcome.status;

/** Reads the status code of the answer to a step's Action, of the step itself or of one before it; `null` for none. */
export const readAnswerStatus = (moment: Moment): number | null =>
  findAnswer(moment)?.status ?? null;

/** Tells whether a step has an answer. */
export const isAnswered = ({ lane }: Moment): boolean => findResponse(lane) !== undefined;

/** Tells whether a step's answer sets the session's cookie. */
export const setsCookie = ({ lane }: Moment): boolean =>
  readCarried(findResponse(lane), 'session') !== null;

/** Tells whether a step's answer takes the session's cookie away. */
export const takesCookieAway = ({ lane }: Moment): boolean => clearsCookie(findResponse(lane));

/* ----------------------------------------------------------------------- the calls to a store */

/** Reads the session ID whose record a step destroys; `null` for none. */
export const readDestroyed = ({ lane }: Moment): string | null =>
  findStoreCall(lane, 'destroy')?.target ?? null;

/** Reads by what a step writes a session back; `null` where it does not. */
export function readWriteBack({ lane }: Moment) {
  for (const verb of ['set', 'touch'] as const) {
    const call = findStoreCall(lane, verb);
    if (call) return { verb, sid: call.target };
  }
  return null;
}
