import { formatSecond } from '../../page/format.ts';
import { formatLeft } from '../../page/timeLeft.ts';
import { isAttackersBrowser, isFirstBrowser } from '../../read/actor.ts';
import { isCookieSession } from '../../read/dataInCookie.ts';
import { findCookie, findToken } from '../../read/held.ts';
import type { Moment } from '../../read/moment.ts';
import { findRefreshCookie } from '../../read/refreshCookie.ts';
import { toSid } from '../../read/sid.ts';
import { readTokenTime } from '../../read/tokenTime.ts';
import type { BrowserTelling, ClientTelling } from '../../telling.ts';
import { nameBrowser } from '../../texts/browserNames.ts';
import { labelData, labelItem } from '../credentialLabel.ts';
import { capitalize } from '../names.ts';
import { sayTokenLeft } from '../serverEnd.ts';

/** Says what a browser keeps its credential in, and where and until when it keeps it. */
function sayKept(moment: Moment, browser: string): ClientTelling {
  const { lane, strategy } = moment;
  const { state } = lane;
  if (strategy === 'session') {
    const cookie = findCookie(state, browser);
    if (!cookie) return { place: 'Cookie jar', kept: null };
    const end =
      cookie.expires === null
        ? 'until the browser closes'
        : `until ${formatSecond(cookie.expires, state.clock)}, ${formatLeft(cookie.expires, state.clock)}`;
    const label = isCookieSession(moment)
      ? labelData(toSid(cookie.value))
      : labelItem(toSid(cookie.value), strategy);
    return { place: 'Cookie jar', kept: { label, note: `${cookie.name}, ${end}` } };
  }
  const token = findToken(state, browser);
  if (!token) {
    const refresh = findRefreshCookie(moment, browser);
    if (!refresh) return { place: 'Storage', kept: null };
    return {
      place: 'Cookie jar',
      kept: { label: 'refresh token', note: `cookie for ${refresh.path}` },
    };
  }
  const left = sayTokenLeft(readTokenTime(moment, token.value));
  const note = `${token.place}, ${token.value.length} chars, ${left}`;
  const place = token.place === 'cookie' ? 'Cookie jar' : 'Storage';
  return { place, kept: { label: labelItem(token.value, strategy), note } };
}

/** Says what the user's first browser keeps. */
export const sayClient = (moment: Moment): ClientTelling => sayKept(moment, 'client');

const DEEDS: Readonly<Record<string, string>> = {
  login: 'logs in',
  request: 'asks for a page',
  logout: 'logs out',
  logoutEverywhere: 'logs out everywhere',
  changePassword: 'changes the password',
  refresh: 'refreshes its token',
  forget: 'drops its credential',
  back: 'goes back a page',
  leave: 'is opened anew',
  startSlow: 'asks for a report',
  finishSlow: 'is given its report',
  refreshTwice: 'refreshes in two tabs',
};

/** Says what the user's further browsers and devices keep and do. */
export function sayBrowsers(moment: Moment): readonly BrowserTelling[] {
  const { lane, actor, action } = moment;
  // A browser that acts for the first time and sends nothing is in no state yet.
  const further = [...new Set([...Object.keys(lane.state.clients), moment.browser])].filter(
    (id) => !isFirstBrowser(id) && !isAttackersBrowser(id),
  );
  return further.map((id) => {
    const acts = actor.who === 'user' && actor.client === id;
    return {
      id,
      name: capitalize(nameBrowser(id)),
      note: (acts && DEEDS[action?.type ?? '']) || 'the user’s, too',
      acts,
      kept: sayKept(moment, id).kept,
    };
  });
}
