import type { CorsRefusal } from '../../../sim/outcome.ts';
import type { StepKind } from '../../../sim/stepKind.ts';
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
import { sayIdleCell } from '../refusal/idleReasons.ts';
import { mapSteps } from './mapSteps.ts';
import type { LaneWords, StepWords } from './stepWords.ts';

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

/** Says that the browser does not send the request after its preflight; in later steps, that nothing arrived. */
function sayUnsent(moment: Moment): RichText {
  const fetch = readBlockedFetch(moment);
  if (!fetch) return ['The browser sent no request, so nothing happens here.'];
  const { browser } = nameParts(moment.browser);
  const why = { plain: capitalize(REASONS[fetch.reason]) };
  return say`The page is at ${fetch.pageOrigin}, another origin, so ${{ plain: browser }} asks first by ${`OPTIONS ${fetch.target}`}. ${why}: ${`${fetch.method} ${fetch.target}`} is not sent, and the page’s code gets “Failed to fetch”.`;
}

/** Says that the page does not get to see an answer; that the server acted on the request all the same. */
const sayWithheld = (reason: CorsRefusal): string =>
  ` The browser keeps this answer from the page’s code: ${REASONS[reason]}.`;

const ASKED_FIRST = say` The browser asked by ${'OPTIONS'} first, and the server lets this page.`;

function toLane({ cell, detail, sentence }: LaneWords): LaneWords {
  return {
    cell(moment, step) {
      if (isUnsent(moment))
        return readBlockedFetch(moment)
          ? sayIdleCell('preflightRefused', moment)
          : 'Nothing was sent';
      return isWithheld(moment) ? 'Answered, but not to the page’s code' : cell(moment, step);
    },
    detail(moment) {
      const blocked = readBlocked(moment);
      if (!blocked) return detail(moment);
      const why = CORS_CELLS[blocked.reason];
      return blocked.at === 'preflight' ? why : `${sayStatus(moment)}: ${why}`;
    },
    sentence(moment) {
      if (isUnsent(moment)) return sayUnsent(moment);
      const blocked = readBlocked(moment);
      const said = sentence(moment);
      if (blocked) return [...said, sayWithheld(blocked.reason)];
      return hasAskedFirst(moment) ? [...said, ...ASKED_FIRST] : said;
    },
  };
}

const isKeptOut = (moment: Moment) => isUnsent(moment) || isWithheld(moment);

function sayResult(step: Step, usual: string): string {
  const lanes = [step.session, step.token];
  if (lanes.every(isUnsent)) return 'Nothing is sent';
  if (lanes.every(isKeptOut)) return 'No answer reaches the page';
  // Where the server let in what the page never learns of, that is what came of it.
  const hidden = lanes.find((moment) => isWithheld(moment) && isAllowed(moment));
  if (!hidden) return usual;
  return `Only the ${hidden.strategy === 'session' ? 'token' : 'session'} reaches the page`;
}

/** Adds to the words of steps what a browser does for a page that is on another origin than its server. */
export function withCrossOrigin<K extends StepKind>(
  steps: Readonly<Record<K, StepWords>>,
): Readonly<Record<K, StepWords>> {
  return mapSteps(steps, (words) => ({
    ...words,
    session: toLane(words.session),
    token: toLane(words.token),
    result: (step) => sayResult(step, words.result(step)),
  }));
}
