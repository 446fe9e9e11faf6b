import type { StoredCookie } from '../../../sim/client/jar.ts';
import { formatSecond } from '../../page/format.ts';
import { formatLeft } from '../../page/timeLeft.ts';
import { readTokenTime } from '../../read/check/tokenTime.ts';
import { readNow } from '../../read/clock.ts';
import { listFurtherBrowsers } from '../../read/held/heldAt.ts';
import type { HeldCredential } from '../../read/held/heldCredentials.ts';
import { isRefreshRefused, listHeld, readRefreshRecord } from '../../read/held/heldCredentials.ts';
import type { Moment } from '../../read/moment.ts';
import type { BrowserTelling, ClientTelling, KeptTelling } from '../../telling.ts';
import { nameBrowser } from '../../texts/browserNames.ts';
import { labelCredential } from '../credential/credentialLabel.ts';
import { capitalize } from '../names.ts';
import { sayTokenLeft } from '../time/serverEnd.ts';
import { toChipSize } from './chipSize.ts';

/** Says until when a cookie is in the jar. */
const sayCookieEnd = ({ expires }: StoredCookie, clock: number): string =>
  expires === null
    ? 'until the browser closes'
    : `until ${formatSecond(expires, clock)}, ${formatLeft(expires, clock)}`;

/** Two cookies of one name differ in what they are for. */
const sayScope = ({ domain, path, hostOnly }: StoredCookie): string =>
  `for ${hostOnly ? '' : '.'}${domain}${path}`;

/** Says until when a browser keeps a credential, and nothing else where that is all there is room for. */
function sayShortly(moment: Moment, held: HeldCredential): string {
  const clock = readNow(moment);
  if (held.what === 'token') return sayTokenLeft(readTokenTime(moment, held.value));
  if (held.what !== 'cookie') return sayNote(moment, held, false);
  const { expires } = held.cookie;
  return expires === null ? 'until the browser closes' : formatLeft(expires, clock);
}

/** Says where a browser keeps a credential and until when, in a line where it is one of several. */
function sayNote(moment: Moment, held: HeldCredential, alone: boolean): string {
  const clock = readNow(moment);
  if (held.what === 'cookie') {
    return alone
      ? `${held.cookie.name}, ${sayCookieEnd(held.cookie, clock)}`
      : sayScope(held.cookie);
  }
  if (held.what === 'token') {
    if (held.cookie) return sayScope(held.cookie);
    const left = sayTokenLeft(readTokenTime(moment, held.value));
    return alone ? `${held.place}, ${held.value.length} chars, ${left}` : `${held.place}, ${left}`;
  }
  const where = typeof held.place === 'string' ? held.place : `cookie for ${held.place.path}`;
  if (isRefreshRefused(moment, held.value)) return `${where}, refused now`;
  const record = readRefreshRecord(moment, held.value);
  return record ? `${where}, ${formatLeft(record.expires, clock)}` : where;
}

/** Says what a browser keeps. */
const listKept = (
  moment: Moment,
  all: readonly HeldCredential[],
  toNote: (held: HeldCredential) => string,
) =>
  all.map(
    (held): KeptTelling => ({
      label: labelCredential(held.value, moment.strategy),
      note: toNote(held),
      refused: held.what === 'refreshToken' && isRefreshRefused(moment, held.value),
      ...toChipSize(held.value),
    }),
  );

/** Says what the user's first browser keeps its credential in, and where and until when it keeps it. */
export function sayClient(moment: Moment): ClientTelling {
  const all = listHeld(moment, 'client');
  const [first] = all;
  const isInJar =
    first === undefined
      ? moment.strategy === 'session'
      : first.what === 'cookie' || first.place === 'cookie' || typeof first.place === 'object';
  const kept = listKept(moment, all, (held) => sayNote(moment, held, all.length === 1));
  return { place: isInJar ? 'Cookie jar' : 'Storage', kept };
}

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
  const { actor, action } = moment;
  return listFurtherBrowsers(moment).map((id) => {
    const acts = actor.who === 'user' && actor.client === id;
    return {
      id,
      name: capitalize(nameBrowser(id)),
      note: (acts && DEEDS[action?.type ?? '']) || 'the user’s, too',
      acts,
      kept: listKept(moment, listHeld(moment, id), (held) => sayShortly(moment, held)),
    };
  });
}
