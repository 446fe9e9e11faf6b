import type { Action } from '../../../src/sim/action.ts';
import type { CopyCheck, FailureCode } from '../../../src/sim/outcome.ts';
import type { Settings } from '../../../src/sim/settings.ts';

/*
 * When a credential is valid, said once more and without the engine: no cookies, no signatures, no
 * messages; only who holds what, and until when.
 */

/** What a request comes to: `null` is access. */
export type Verdict = FailureCode | null;
const toSeconds = ({ seconds }: Extract<Action, { type: 'wait' }>): number => {
  if (seconds === undefined) throw new RangeError('the model waits only for seconds');
  return seconds;
};

type Copy = Pick<CopyCheck, 'accepted' | 'failure'> | null;

export interface Model {
  /** @returns the verdict for a request, else nothing */
  act(action: Action): Verdict | undefined;
  /** What a copy of the credential that was thrown away would get. */
  tryCopy(): Copy;
}

const toCopy = (failure: Verdict): Copy => ({ accepted: failure === null, failure });

/** A token is good until its exp, whatever anybody does; the client may no longer have it. */
export function makeTokenModel({ start, user, token }: Settings): Model {
  let now = start;
  let held: number | null = null;
  let dropped: number | null = null;
  const check = (exp: number): Verdict => (now < exp ? null : 'tokenExpired');
  return {
    act(action) {
      if (action.type === 'wait') now += toSeconds(action);
      if (action.type === 'login' && (action.password ?? user.password) === user.password) {
        [held, dropped] = [now + token.lifetime, null];
      }
      if (action.type === 'logout') [held, dropped] = [null, held ?? dropped];
      if (action.type === 'request') return held === null ? 'tokenMissing' : check(held);
      return undefined;
    },
    tryCopy: () => (dropped === null ? null : toCopy(check(dropped))),
  };
}

interface Entry {
  inStore: boolean;
  hasUser: boolean;
  ends: number;
  /** The end that use does not move; it is the login's. */
  last: number;
}

/** A session is good while its record is: that slides with use; the browser's cookie may end first. */
export function makeSessionModel({ start, origin, user, session }: Settings): Model {
  const lifetime = session.lifetime ?? Number.POSITIVE_INFINITY;
  const sendsCookies = !session.secure || origin.startsWith('https:');
  const { cookieDomain, cookieName = '' } = session;
  const isOfHost = cookieDomain === undefined || cookieDomain === new URL(origin).hostname;
  const isNamedSo = session.secure || !cookieName.startsWith('__Secure-');
  const keepsCookies = (session.sameSite !== 'none' || session.secure) && isOfHost && isNamedSo;
  /** An answer takes the cookie away: by the same Domain, and as its name promises. */
  const clearsCookie =
    session.clearsWithAttributes ||
    (cookieDomain === undefined && !cookieName.startsWith('__Secure-'));
  let now = start;
  let jar: { entry: Entry; ends: number } | null = null;
  let dropped: Entry | null = null;

  const absolute = session.absoluteLifetime || Number.POSITIVE_INFINITY;
  const check = ({ inStore, ends, hasUser, last }: Entry): Verdict => {
    if (!inStore) return 'sessionUnknown';
    if (ends <= now) return 'sessionExpired';
    if (!hasUser) return 'sessionAnonymous';
    return last <= now ? 'sessionTooOld' : null;
  };
  const giveCookie = (entry: Entry) => {
    if (sendsCookies && keepsCookies) jar = { entry, ends: now + lifetime };
  };
  /** The live session that the cookie opens; an expired one is forgotten as it is asked for. */
  const open = (): Entry | null => {
    if (!jar) return null;
    const { entry } = jar;
    if (entry.ends <= now) entry.inStore = false;
    return entry.inStore ? entry : null;
  };
  const save = (entry: Entry) => Object.assign(entry, { inStore: true, ends: now + lifetime });
  /** The end of an answer to somebody who did not become anyone else. */
  const close = (entry: Entry | null) => {
    if (entry) {
      save(entry);
      if (session.rolling) giveCookie(entry);
    } else if (session.saveUninitialized) {
      giveCookie(save({ inStore: true, hasUser: false, ends: 0, last: 0 }));
    }
  };

  const logIn = (entry: Entry | null) => {
    dropped = null;
    if (!entry || session.regenerate) {
      if (entry) entry.inStore = false;
      return giveCookie(save({ inStore: true, hasUser: true, ends: 0, last: now + absolute }));
    }
    const last = now + absolute;
    const isOther = !entry.hasUser || (last !== entry.last && Number.isFinite(last));
    const sentAgain = session.rolling || (isOther && session.lifetime !== null);
    save(Object.assign(entry, { hasUser: true, last }));
    if (sentAgain) giveCookie(entry);
  };

  const logOut = (entry: Entry | null) => {
    const before = jar?.entry ?? null;
    if (session.clearCookieAtLogout && clearsCookie) jar = null;
    if (!session.destroyAtLogout) close(entry);
    else if (entry) entry.inStore = false;
    if (!jar && before) dropped = before;
  };

  return {
    act(action) {
      if (action.type === 'wait') now += toSeconds(action);
      if (jar && jar.ends <= now) jar = null;
      if (action.type === 'wait' || action.type === 'end') return undefined;
      const had = jar;
      const refusedFor = had ? check(had.entry) : 'cookieMissing';
      const entry = open();
      if (action.type === 'login' && (action.password ?? user.password) === user.password) {
        logIn(entry);
      } else if (action.type === 'logout') logOut(entry);
      else if (action.type === 'request' && refusedFor === 'sessionTooOld') {
        // The application has ended it: there is nothing left to be prolonged.
        if (entry) entry.inStore = false;
        if (clearsCookie) jar = null;
      } else close(entry);
      return action.type === 'request' ? refusedFor : undefined;
    },
    tryCopy: () => (dropped === null ? null : toCopy(check(dropped))),
  };
}
