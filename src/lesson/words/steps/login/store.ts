import { formatSecond } from '../../../page/format.ts';
import { losesCookie, readStoredCookie, readStoredToken } from '../../../read/action/login.ts';
import { isHeldUp } from '../../../read/check/check.ts';
import { readNow } from '../../../read/clock.ts';
import { isTokenInCookie, readKeptCookie, readKeptToken } from '../../../read/held/heldAt.ts';
import { findRefreshCookie, hasRefreshCookie } from '../../../read/held/refreshCookie.ts';
import { isBeside } from '../../../read/held/replaced.ts';
import type { Moment } from '../../../read/moment.ts';
import { joinSentences, say } from '../../../richText.ts';
import type { RichText } from '../../../telling.ts';
import { isApp } from '../../../told/actorIds.ts';
import { sayReplaced } from '../../credential/replaced.ts';
import { nameBrowserInCell, nameInCell, nameParts, namePartsFirst } from '../../names.ts';
import { sayIdleCell, sayIdleReason } from '../../refusal/idleReasons.ts';
import { compare } from '../compare.ts';
import type { StepWords } from '../stepWords.ts';
import { sayTitle } from '../title.ts';
import { HANDED } from './handed.ts';

/** Says that and how the browser files the session's cookie, or why not. */
export function sayStoredCookie(moment: Moment): RichText {
  const stored = readStoredCookie(moment);
  const { browser } = namePartsFirst(moment.browser);
  if (stored.type === 'lost') return [sayIdleReason(stored.reason, moment)];
  if (stored.type === 'nothing')
    return [`The response set no cookie, so ${nameParts(moment.browser).jar} stays as it was.`];
  const { name, domain, hostOnly, path, expires, httpOnly } = stored.item;
  const where = domain + path;
  const below = { plain: hostOnly ? '' : ' and the hosts below it' };
  if (isApp(moment.browser) && expires !== null)
    return say`${{ plain: browser }} files ${name} in its jar, for ${where}${below} until ${formatSecond(expires, readNow(moment))}. There is no page in an app, and no page’s script that could read it.`;
  const reads = { plain: `the page’s scripts` };
  const rule = httpOnly ? 'HttpOnly' : 'No HttpOnly';
  const can = httpOnly ? 'cannot' : 'can';
  return expires === null
    ? say`${{ plain: browser }} files ${name} in its jar by itself, for ${where}${below} until the browser closes. ${rule}: ${reads} ${can} read it.`
    : say`${{ plain: browser }} files ${name} in its jar by itself, for ${where}${below} until ${formatSecond(expires, readNow(moment))}. ${rule}: ${reads} ${can} read it.`;
}

/** Says that a cookie has come beside an older one of its name; nothing where it has not. */
export const sayBeside = (moment: Moment): RichText =>
  isBeside(moment) ? ['It replaces nothing: another Domain is another cookie.'] : [];

/** Says what the browser did with the refresh token's cookie, after another sentence; nothing where it has none. */
function sayStoredRefresh(moment: Moment): RichText {
  if (!hasRefreshCookie(moment)) return [];
  return findRefreshCookie(moment, moment.browser)
    ? ['The refresh token is in the browser’s jar, HttpOnly, for /refresh alone.']
    : ['The browser did not take the refresh token’s cookie.'];
}

/** Says where the client keeps its token, and the browser the refresh token. */
export const sayStoredToken = (moment: Moment): RichText =>
  readStoredToken(moment).type === 'kept'
    ? joinSentences(sayKeptToken(moment), sayStoredRefresh(moment))
    : sayKeptToken(moment);

function sayKeptToken(moment: Moment): RichText {
  const stored = readStoredToken(moment);
  const { browser, code } = namePartsFirst(moment.browser);
  if (stored.type === 'lost') return [sayIdleReason(stored.reason, moment)];
  if (stored.type === 'nothing')
    return ['The response held no token, so there is nothing to keep.'];
  const { value, place } = stored.item;
  const { length } = value;
  if (place === 'cookie')
    return say`${{ plain: browser }} files the token’s ${length} characters in its jar by itself, HttpOnly. The page’s scripts cannot read them, and every request takes them along.`;
  if (isApp(moment.browser) && place === 'memory')
    return say`${{ plain: code }} keeps the ${length} characters. There is no page in an app, and no page’s script that could read them.`;
  // A variable is no storage: only code that has it in reach can read it.
  if (place === 'memory')
    return say`${{ plain: code }} keeps the ${length} characters in a variable: no storage to look through, and a reload loses them.`;
  return say`${{ plain: code }} puts the ${length} characters into ${place}. Any script that runs in the page can read them there. No browser rule guards them.`;
}

/** Says in a cell that a browser did not take the cookie, or what is so otherwise. */
export function sayNotStored(moment: Moment, otherwise: string): string {
  const { idle } = moment.lane.outcome;
  return idle !== null && losesCookie(moment) ? sayIdleCell(idle, moment) : otherwise;
}

const keepsAny = (moment: Moment) =>
  (moment.strategy === 'session' ? readStoredCookie(moment) : readStoredToken(moment)).type ===
  'kept';

/** What the client does with it. */
export const LOGIN_STORE: StepWords = {
  title: (step) =>
    sayTitle(step, { user: 'Client stores auth data', attacker: 'Attacker stores auth data' }),
  session: {
    cell: (moment) => {
      const stored = readStoredCookie(moment);
      if (stored.type === 'lost') return sayIdleCell(stored.reason, moment);
      if (stored.type === 'nothing') return 'Nothing to store';
      // A refused login may set the cookie of a session that nobody is logged in to.
      const browser = nameBrowserInCell(moment.browser);
      return isHeldUp(moment)
        ? `${browser} stores that cookie`
        : `${browser} stores cookie automatically`;
    },
    detail: (moment) => {
      const cookie = readKeptCookie(moment, moment.browser);
      if (!cookie) return null;
      const end =
        cookie.expires === null
          ? 'with the browser'
          : formatSecond(cookie.expires, readNow(moment));
      return `jar: ${cookie.name}, ends ${end}`;
    },
    sentence: (moment) =>
      joinSentences(sayStoredCookie(moment), sayReplaced(moment), sayBeside(moment)),
  },
  token: {
    cell: (moment) => {
      if (isHeldUp(moment)) return sayNotStored(moment, 'Nothing to store');
      return isTokenInCookie(moment, moment.browser)
        ? `${nameBrowserInCell(moment.browser)} stores the token’s cookie`
        : `${nameInCell(moment.browser)} stores token in memory or localStorage`;
    },
    detail: (moment) => {
      const stored = readStoredToken(moment);
      const token = stored.type === 'kept' ? stored.item : readKeptToken(moment, moment.browser);
      return token && `${token.place}: ${token.value.length} characters`;
    },
    sentence: (moment) => joinSentences(sayStoredToken(moment), sayBeside(moment)),
  },
  result: (step) =>
    compare(step, keepsAny, {
      both: 'Auth data stored',
      neither: 'Nothing stored',
      only: (kept) => `Only the ${HANDED[kept]} is stored`,
    }),
  done: 'Stored',
};
