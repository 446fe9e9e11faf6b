import { toBase64url } from '../bytes/base64.ts';
import type { JsonObject } from '../bytes/json.ts';
import { seededBytes } from '../bytes/seededBytes.ts';
import { readCookie } from '../http/cookies.ts';
import { arrivesSecurely } from '../http/tlsProxy.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { Message } from '../message.ts';
import { getHeader, makeStoreCall } from '../message.ts';
import type { FailureCode } from '../outcome.ts';
import type { SessionSettings } from '../settings.ts';
import type { RecordCookie, SessionRecord } from '../state.ts';
import { getServer, getStore, readClock } from '../state.ts';
import { isSigned, readSignedValue } from './cookieSignature.ts';
import { makeRecordCookie, touchRecordCookie } from './record.ts';
import { toCookieName } from './setCookie.ts';
import { destroyRecord, isRecordExpired, peekRecord, setRecord } from './store.ts';

const SID_BYTES = 24;

/** What the application keeps in a session and may change there. */
type Kept = Pick<SessionRecord, 'userId' | 'visits' | 'role' | 'endsAt' | 'csrfToken'>;

/** `req.session` while a request is handled, with what express-session remembers about it. */
export interface RequestSession {
  readonly server: string;
  readonly store: string;
  /** The session ID that the request brought with a valid signature; `null` without one. */
  readonly cookieId: string | null;
  /** The session ID before the application did anything. */
  readonly originalId: string;
  /** What the application keeps, as loaded from the store; nothing in a new session. */
  readonly original: Kept;
  /** Whether the session came out of the store. */
  readonly loaded: boolean;
  /** Why none was loaded. */
  readonly failure: FailureCode | null;
  readonly sid: string;
  readonly cookie: RecordCookie;
  readonly userId: string | undefined;
  readonly data: JsonObject | undefined;
  readonly visits: number | undefined;
  readonly role: string | undefined;
  readonly endsAt: number | undefined;
  readonly csrfToken: string | undefined;
}

/** Draws the next session ID: 24 bytes as base64url, 32 characters. @see uid-safe, express-session `genid` */
export function drawSid(recorder: Recorder): string {
  const { state, settings } = recorder;
  const n = state.draws.sid;
  recorder.set({ ...state, draws: { ...state.draws, sid: n + 1 } });
  return toBase64url(seededBytes(settings.seed, 'sid', n, SID_BYTES));
}

/** Where a session is or was kept. */
export type StoredSession = Pick<RequestSession, 'server' | 'store' | 'sid'>;

function callStore(
  session: Pick<RequestSession, 'server' | 'store'>,
  method: 'get' | 'set' | 'touch' | 'destroy',
  sid: string,
  record: SessionRecord | null,
): Message {
  const body = record === null ? null : JSON.stringify(record);
  return makeStoreCall({ from: session.server, to: session.store, method, target: sid, body });
}

async function readCookieId(
  recorder: Recorder,
  request: Message,
): Promise<{ sid: string } | { failure: FailureCode }> {
  const raw = readCookie(getHeader(request, 'Cookie'), toCookieName(recorder.settings));
  if (!raw) return { failure: 'cookieMissing' };
  if (isSigned(raw)) recorder.countSignature('checked');
  return readSignedValue(raw, getServer(recorder.state, request.to).secrets);
}

/**
 * Opens the session of a request: checks the cookie's signature, asks the store, and starts a new
 * one where there is none to load. @see express-session `session`, `generate`, `inflate`
 */
export async function openSession(recorder: Recorder, request: Message): Promise<RequestSession> {
  const server = request.to;
  const { store } = getServer(recorder.state, server);
  if (store === null) throw new RangeError(`server ${server} has no session store`);
  const read = await readCookieId(recorder, request);
  const cookieId = 'sid' in read ? read.sid : null;
  // Without a signed session ID there is nothing to ask the store for, and nothing to fail.
  if (cookieId !== null && isStoreDown(recorder, { store }))
    return openNothing(recorder, server, store);
  let failure = 'sid' in read ? null : read.failure;
  if (cookieId !== null) {
    const now = readClock(recorder.state, server);
    const kept = peekRecord(recorder.state, store, cookieId);
    const live = kept !== null && !isRecordExpired(kept, now) ? kept : null;
    recorder.askStore(callStore({ server, store }, 'get', cookieId, live));
    if (live) {
      const { cookie, userId, data, visits, role, endsAt, csrfToken } = live;
      const ids = { cookieId, originalId: cookieId, sid: cookieId };
      return {
        server,
        store,
        ...ids,
        original: live,
        loaded: true,
        failure,
        cookie,
        userId,
        data,
        visits,
        role,
        endsAt,
        csrfToken,
      };
    }
    // MemoryStore drops an expired record when it is asked for it.
    recorder.set(destroyRecord(recorder.state, store, cookieId));
    failure = kept ? 'sessionExpired' : 'sessionUnknown';
  }
  return { server, store, cookieId, loaded: false, failure, ...startFresh(recorder, server) };
}

/** Tells whether each call to a session's store fails. */
export const isStoreDown = ({ state }: Recorder, { store }: Pick<StoredSession, 'store'>) =>
  getStore(state, store).down === true;

/** Stands for no session at all, not even an anonymous one: the request ends in an error. @see express-session, the error of `store.get` */
function openNothing(recorder: Recorder, server: string, store: string): RequestSession {
  const { settings, state } = recorder;
  const cookie = makeRecordCookie(settings, readClock(state, server), getServer(state, server));
  return {
    ...{ server, store, cookie, ...NO_SESSION, original: NOTHING_KEPT, ...NOTHING_SAID },
    failure: 'storeFailed',
  };
}

const NO_SESSION = { cookieId: null, originalId: '', sid: '', loaded: false } as const;

const NOTHING_KEPT: Kept = {};

/** What the application has put into a new session. */
export const NOTHING_SAID = {
  ...{ userId: undefined, data: undefined, visits: undefined },
  ...{ role: undefined, endsAt: undefined, csrfToken: undefined },
} as const;

function startFresh(recorder: Recorder, server: string) {
  const sid = drawSid(recorder);
  const { settings, state } = recorder;
  const now = readClock(state, server);
  const cookie = makeRecordCookie(settings, now, getServer(state, server));
  return { originalId: sid, sid, cookie, original: NOTHING_KEPT, ...NOTHING_SAID };
}

/** Removes sessions' records, all at once. @see express-session `Session#destroy` */
export function destroySessions(recorder: Recorder, sessions: readonly StoredSession[]): void {
  // A client that is offline sends no command.
  if (sessions.some((one) => isStoreDown(recorder, one))) return;
  recorder.askStore(...sessions.map((one) => callStore(one, 'destroy', one.sid, null)));
  for (const { store, sid } of sessions) recorder.set(destroyRecord(recorder.state, store, sid));
}

/** Removes the session's record. */
export const destroySession = (recorder: Recorder, session: StoredSession): void =>
  destroySessions(recorder, [session]);

/** Replaces the session by an empty one under a new ID. @see express-session `Store#regenerate` */
export function regenerateSession(recorder: Recorder, session: RequestSession): RequestSession {
  destroySession(recorder, session);
  const fresh = startFresh(recorder, session.server);
  const { sid, cookie } = fresh;
  return { ...session, ...NOTHING_SAID, sid, cookie };
}

/** Tells whether it is another session now, or holds something else. @see express-session `isModified` */
const isModified = ({ original, originalId, sid, ...now }: RequestSession): boolean =>
  originalId !== sid ||
  original.userId !== now.userId ||
  original.visits !== now.visits ||
  original.role !== now.role ||
  original.endsAt !== now.endsAt ||
  original.csrfToken !== now.csrfToken;

function shouldSave(session: RequestSession, settings: SessionSettings): boolean {
  const { saveUninitialized, resave = false } = settings;
  const modified = isModified(session);
  if (!saveUninitialized && !session.loaded) return modified;
  return modified || !session.loaded || resave;
}

/** Moves the end of a record; of one that is gone, or whose time is over, nothing is left to move. @see express-session MemoryStore `touch` */
function touchRecord(
  recorder: Recorder,
  { store, sid, server }: RequestSession,
  cookie: RecordCookie,
) {
  const kept = peekRecord(recorder.state, store, sid);
  if (!kept) return;
  recorder.set(
    isRecordExpired(kept, readClock(recorder.state, server))
      ? destroyRecord(recorder.state, store, sid)
      : setRecord(recorder.state, store, sid, { ...kept, cookie }),
  );
}

function shouldSetCookie(recorder: Recorder, session: RequestSession): boolean {
  const { saveUninitialized, rolling } = recorder.settings.session;
  const modified = isModified(session);
  if (session.cookie.secure && !arrivesSecurely(recorder.settings)) return false;
  if (session.cookieId !== session.sid) return saveUninitialized || modified;
  return rolling || (session.cookie.expires !== null && modified);
}

function toRecord(
  { userId, data, visits, role, endsAt, csrfToken }: RequestSession,
  cookie: RecordCookie,
): SessionRecord {
  if (userId === undefined) return { cookie };
  const copied = { ...(data && { data }), ...(role && { role }) };
  return {
    ...{ cookie, userId, ...copied },
    ...(endsAt !== undefined && { endsAt }),
    ...(csrfToken !== undefined && { csrfToken }),
    ...(visits !== undefined && { visits }),
  };
}

/** The cookie that a response is to set. */
export interface DueCookie {
  readonly sid: string;
  readonly cookie: RecordCookie;
}

/**
 * Ends the session's part of a response as express-session does on `res.end`: writes or touches
 * the record, and returns the cookie that the response sets, or `null` when it sets none (also for
 * a Secure cookie over http, without any error).
 */
export function commitSession(recorder: Recorder, session: RequestSession): DueCookie | null {
  const { store, sid, server } = session;
  // What cannot be read is not written either, and what was read before is lost.
  if (isStoreDown(recorder, session))
    return sid !== '' && shouldSetCookie(recorder, session)
      ? { sid, cookie: touchRecordCookie(session.cookie, readClock(recorder.state, server)) }
      : null;
  const cookie = touchRecordCookie(session.cookie, readClock(recorder.state, server));
  const record = toRecord(session, cookie);
  if (shouldSave(session, recorder.settings.session)) {
    recorder.askStore(callStore(session, 'set', sid, record));
    recorder.set(setRecord(recorder.state, store, sid, record));
  } else if (session.cookieId === sid) {
    recorder.askStore(callStore(session, 'touch', sid, record));
    touchRecord(recorder, session, cookie);
  }
  return shouldSetCookie(recorder, session) ? { sid, cookie } : null;
}
