import { formatCount, formatDate } from '../../page/format.ts';
import type { Leaving } from '../../read/action/leave.ts';
import {
  keepsCredential,
  readLeaving,
  readLeftCookie,
  readLeftToken,
} from '../../read/action/leave.ts';
import { losesCsrfToken } from '../../read/check/csrf.ts';
import { findRefreshCookie } from '../../read/held/refreshCookie.ts';
import type { Moment } from '../../read/moment.ts';
import { joinSentences, say } from '../../richText.ts';
import type { RichText } from '../../telling.ts';
import { sayCopy, sayCopyInShort } from '../credential/copy.ts';
import { nameParts } from '../names.ts';
import { orIdle, orIdleCell } from '../refusal/idle.ts';
import { compare } from './compare.ts';
import type { StepWords } from './stepWords.ts';
import { sayOf } from './title.ts';

const TITLES: Readonly<Record<Leaving, string>> = {
  reload: 'User reloads the page',
  tab: 'User closes the tab and opens the page anew',
  browser: 'User closes the browser and starts it anew',
};

const NOUNS: Readonly<Record<Leaving, string>> = {
  reload: 'a reload',
  tab: 'the end of a tab',
  browser: 'the end of the browser',
};

/** Says that the page's CSRF token is gone, after another sentence. */
const sayLostCsrf = (moment: Moment): RichText =>
  losesCsrfToken(moment)
    ? ['The CSRF token was in a variable, and is gone: /profile, asked for again, tells it anew.']
    : [];

function sayCookie(moment: Moment): RichText {
  const left = readLeftCookie(moment);
  const { jar } = nameParts(moment.browser);
  if (left.type === 'gone')
    return joinSentences(
      say`The cookie had no date, so it went with the browser. No server is told: the store keeps ${formatCount(left.records, 'record')}. (A browser that opens its last tabs again keeps such cookies.)`,
      sayCopy(moment),
    );
  const how = readLeaving(moment);
  const kept =
    how === 'browser' && left.expiresAt !== null
      ? say`The cookie has a date, ${formatDate(left.expiresAt)}, so ${{ plain: jar }} is kept on the disk, and it is there again.`
      : [`The cookie is in ${jar} and not in the page: ${NOUNS[how]} leaves it there.`];
  return joinSentences(kept, sayLostCsrf(moment));
}

/** Says that the refresh token's cookie outlives the page, after another sentence. */
const sayKeptRefresh = (moment: Moment): RichText =>
  findRefreshCookie(moment, moment.browser)
    ? [
        'The refresh token’s cookie is in the jar and stays: with it the page can ask for a new token.',
      ]
    : [];

function sayToken(moment: Moment): RichText {
  const { place, lostRefresh } = readLeftToken(moment);
  const refresh = lostRefresh ? 'So is the refresh token: it was in a variable, too.' : '';
  if (place === null)
    return joinSentences(
      `The token was in a variable of the page’s code, and that ends with the page. It is gone, and no server is told.`,
      refresh,
      sayKeptRefresh(moment),
      sayCopy(moment),
    );
  if (place === 'localStorage')
    return [
      'localStorage belongs to the origin and is kept on the disk: the page’s code finds its token there again.',
    ];
  return joinSentences(
    `The token’s cookie is in the jar and not in the page. It has a date, so ${NOUNS[readLeaving(moment)]} leaves it there.`,
    lostRefresh ? 'The refresh token was in a variable of the page’s code, and is gone.' : '',
    sayLostCsrf(moment),
  );
}

const sayLost = (moment: Moment) =>
  moment.lane.outcome.idle === null && !keepsCredential(moment) ? sayCopyInShort(moment) : null;

const isIdle = ({ lane }: Moment) => lane.outcome.idle !== null;

const leave: StepWords = {
  title: (step) => sayOf(step, TITLES[readLeaving(step.session)]),
  session: {
    cell: orIdleCell((moment) =>
      keepsCredential(moment) ? 'The cookie is still there' : 'The cookie ended with the browser',
    ),
    detail: sayLost,
    sentence: orIdle(sayCookie),
  },
  token: {
    cell: orIdleCell((moment) =>
      keepsCredential(moment) ? 'The token is still there' : 'The token went with the page',
    ),
    detail: sayLost,
    sentence: orIdle(sayToken),
  },
  result: (step) => {
    if (isIdle(step.session) && isIdle(step.token)) return 'Nothing to lose';
    return compare(step, keepsCredential, {
      both: 'Both are still there',
      neither: 'Both are gone',
      only: (strategy) => `Only the ${strategy} is still there`,
    });
  },
  done: 'Opened anew',
};

/** The words of a reload, and of a tab or a browser that is closed. */
export const LEAVE = { 'leave.drop': leave };
