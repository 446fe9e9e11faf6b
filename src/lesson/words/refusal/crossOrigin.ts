import type { CorsRefusal } from '../../../sim/outcome.ts';
import { isAllowed } from '../../read/check/check.ts';
import {
  hasAskedFirst,
  isUnsent,
  isWithheld,
  readBlocked,
  readBlockedFetch,
} from '../../read/check/crossOrigin.ts';
import type { Moment, Step } from '../../read/moment.ts';
import { say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayStatus } from '../lane/status.ts';
import { capitalize, nameParts } from '../names.ts';
import { sayIdleCell } from './idleReasons.ts';

/** What the browser misses in an answer, as the end of a sentence. */
const REASONS: Readonly<Record<CorsRefusal, string>> = {
  allowOriginMissing: 'the answer has no Access-Control-Allow-Origin',
  allowOriginAny: 'Access-Control-Allow-Origin is *, and that does not do for cookies',
  allowOriginOther: 'Access-Control-Allow-Origin names another origin',
  allowCredentialsMissing: 'the answer lacks Access-Control-Allow-Credentials: true',
};

/** The same in a few words, for a cell. */
export const CORS_CELLS: Readonly<Record<CorsRefusal, string>> = {
  allowOriginMissing: 'no Access-Control-Allow-Origin',
  allowOriginAny: 'Access-Control-Allow-Origin is *',
  allowOriginOther: 'another origin is allowed',
  allowCredentialsMissing: 'no Access-Control-Allow-Credentials',
};

/** Says that the browser does not send the request after its preflight; in later steps, that nothing arrived. `null` where it sent it. */
export function sayUnsent(moment: Moment): RichText | null {
  if (!isUnsent(moment)) return null;
  const fetch = readBlockedFetch(moment);
  if (!fetch) return ['The browser sent no request, so nothing happens here.'];
  const { browser } = nameParts(moment.browser);
  const why = { plain: capitalize(REASONS[fetch.reason]) };
  return say`The page is at ${fetch.pageOrigin}, another origin, so ${{ plain: browser }} asks first by ${`OPTIONS ${fetch.target}`}. ${why}: ${`${fetch.method} ${fetch.target}`} is not sent, and the page’s code gets “Failed to fetch”.`;
}

/** Says that the page does not get to see an answer; that the server acted on the request all the same. */
export function sayWithheld(moment: Moment): RichText {
  const blocked = isWithheld(moment) ? readBlocked(moment) : null;
  return blocked
    ? [`The browser keeps this answer from the page’s code: ${REASONS[blocked.reason]}.`]
    : [];
}

/** Says that the browser asked for leave before it sent the request, and got it. */
export const sayAskedFirst = (moment: Moment): RichText =>
  hasAskedFirst(moment)
    ? say`The browser asked by ${'OPTIONS'} first, and the server lets this page.`
    : [];

/** Says in a cell that nothing was sent, or that the answer was kept back; `null` where the page got it. */
export function sayBlockedCell(moment: Moment): string | null {
  if (isWithheld(moment)) return 'Answered, but not to the page’s code';
  if (!isUnsent(moment)) return null;
  return readBlockedFetch(moment) ? sayIdleCell('preflightRefused', moment) : 'Nothing was sent';
}

/** Says why, behind the cell. */
export function sayBlockedDetail(moment: Moment): string | null {
  const blocked = readBlocked(moment);
  if (!blocked) return null;
  const why = CORS_CELLS[blocked.reason];
  return blocked.at === 'preflight' ? why : `${sayStatus(moment)}: ${why}`;
}

/** Says what came of a step whose answers a page does not get; `null` where it gets one, and nothing is hidden from it. */
export function sayBlockedResult({ session, token }: Step): string | null {
  const lanes = [session, token];
  if (lanes.every(isUnsent)) return 'Nothing is sent';
  if (lanes.every((moment) => readBlocked(moment) !== null)) return 'No answer reaches the page';
  // Where the server let in what the page never learns of, that is what came of it.
  const hidden = lanes.find((moment) => isWithheld(moment) && isAllowed(moment));
  return hidden
    ? `Only the ${hidden.strategy === 'session' ? 'token' : 'session'} reaches the page`
    : null;
}
