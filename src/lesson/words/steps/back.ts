import { isAllowed } from '../../read/check/check.ts';
import { BACK_TARGET, forbidsStoring, readShownPage } from '../../read/held/cache.ts';
import type { Moment } from '../../read/moment.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { CREDENTIALS, namePartsFirst } from '../names.ts';
import { compare } from './compare.ts';
import { REQUEST_WHOLE } from './request/whole.ts';
import type { LaneWords, StepWords } from './stepWords.ts';
import { sayOf } from './title.ts';

const isShown = (moment: Moment): boolean => readShownPage(moment) !== null;

/** The page that the browser kept, as it was. */
function sayShown(moment: Moment, body: string): RichText {
  const browser = { plain: namePartsFirst(moment.browser).browser };
  const what = { plain: CREDENTIALS[moment.strategy] };
  return say`${browser} shows ${BACK_TARGET} again, out of its own cache: ${body}. It sends no request, so nobody looks at a ${what}, and no logout can help. Whoever sits here reads what the user read.`;
}

/** Why the browser asks again. */
const sayNotKept = (moment: Moment): string => {
  const { browser } = namePartsFirst(moment.browser);
  return forbidsStoring(moment)
    ? `${browser} has kept no copy of the page, since the server’s answers say no-store, so it asks again.`
    : `${browser} has no copy of the page, so it asks the server.`;
};

/** Makes the words of a lane out of those of a request. */
export const toBackLane = (asked: LaneWords): LaneWords => ({
  cell: (moment, step) => (isShown(moment) ? 'Shown from the cache' : asked.cell(moment, step)),
  detail: (moment) => (isShown(moment) ? 'no request' : asked.detail(moment)),
  sentence: (moment) => {
    const body = readShownPage(moment);
    return body === null
      ? joinSentences(sayNotKept(moment), asked.sentence(moment))
      : sayShown(moment, body);
  },
});

const back: StepWords = {
  title: (step) => sayOf(step, 'User presses Back'),
  session: toBackLane(REQUEST_WHOLE.session),
  token: toBackLane(REQUEST_WHOLE.token),
  result: (step) =>
    compare(step, (moment) => isShown(moment) || isAllowed(moment), {
      both: [step.session, step.token].some(isShown)
        ? 'The old page is seen again'
        : 'Page is given again',
      neither: 'Page is not given again',
      only: (strategy) => `Only the ${strategy}’s page is seen again`,
    }),
  done: 'Shown from the cache',
  breach: 'shown from the cache',
};

/** The words of the Back button. */
export const BACK = { 'back.show': back };
