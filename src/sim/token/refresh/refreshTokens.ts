import { REFRESH_STORE } from '../../actors.ts';
import { toBase64url } from '../../bytes/base64.ts';
import { seededBytes } from '../../bytes/seededBytes.ts';
import type { Recorder } from '../../lanes/recorder.ts';
import { makeStoreCall } from '../../message.ts';
import type { FailureCode } from '../../outcome.ts';
import type { RefreshRecord, ServerState } from '../../state.ts';
import { getServer, readClock } from '../../state.ts';
import { HEADER, signToken } from '../jwt/jwt.ts';
import { areListsDown, askLists, waitForLists } from '../lists.ts';
import { patchShared } from '../shared.ts';

type Records = NonNullable<ServerState['refreshTokens']>;
const REFRESH_BYTES = 32;

function makeRefreshCall(from: string, method: string, target: string, body: unknown) {
  const text = body === null ? null : JSON.stringify(body);
  return makeStoreCall({ from, to: REFRESH_STORE, method, target, body: text });
}

const callStore = (
  recorder: Recorder,
  from: string,
  method: string,
  target: string,
  body: unknown,
): void => askLists(recorder, makeRefreshCall(from, method, target, body));

const readRecords = (recorder: Recorder, server: string): Records =>
  getServer(recorder.state, server).refreshTokens ?? {};

/**
 * Makes a refresh token of 32 random bytes: those, which say nothing, or a JWT that has them for
 * its jti, as many tutorials do.
 */
async function makeRefreshToken(recorder: Recorder, server: string, id: string, lifetime: number) {
  const { settings, state } = recorder;
  if (settings.token.refreshFormat !== 'jwt') return id;
  const { secrets, keyIds } = getServer(state, server);
  const [secret] = secrets as readonly [string];
  const kid = keyIds?.[0];
  const claims = { id: settings.user.id, jti: id, lifetime, now: readClock(state, server) };
  recorder.countSignature('made');
  return signToken(secret, claims, kid === undefined ? HEADER : { ...HEADER, kid });
}

/** Draws the next refresh token, and until when it lives. */
async function drawRefreshToken(recorder: Recorder, server: string, lifetime: number) {
  const { settings, state } = recorder;
  const n = state.draws.refresh;
  const id = toBase64url(seededBytes(settings.seed, 'refresh', n, REFRESH_BYTES));
  recorder.set({ ...state, draws: { ...state.draws, refresh: n + 1 } });
  const token = await makeRefreshToken(recorder, server, id, lifetime);
  return { token, expires: readClock(state, server) + lifetime };
}

/** Makes the first refresh token of a login; `null` where a design has none. It fails where nobody can write it down. */
export async function issueRefreshToken(
  recorder: Recorder,
  server: string,
): Promise<{ readonly refreshToken: string | null } | { readonly failure: FailureCode }> {
  const { refreshLifetime } = recorder.settings.token;
  if (refreshLifetime === undefined) return { refreshToken: null };
  const { token, expires } = await drawRefreshToken(recorder, server, refreshLifetime);
  if (areListsDown(recorder.state, server)) return { failure: 'refreshStoreFailed' };
  const record = { userId: recorder.settings.user.id, family: token, expires, used: false };
  callStore(recorder, server, 'set', token, record);
  const refreshTokens = { ...readRecords(recorder, server), [token]: record };
  recorder.set(patchShared(recorder, server, { refreshTokens }));
  return { refreshToken: token };
}

/** Removes all refresh tokens that come from one login. */
function revokeFamily(recorder: Recorder, server: string, family: string): void {
  callStore(recorder, server, 'destroy', family, null);
  const kept = Object.entries(readRecords(recorder, server)).filter(
    ([, record]) => record.family !== family,
  );
  recorder.set(patchShared(recorder, server, { refreshTokens: Object.fromEntries(kept) }));
}

/** Removes a login's refresh tokens, if one of them is known. */
export function revokeRefreshToken(recorder: Recorder, server: string, token: string): void {
  const records = readRecords(recorder, server);
  const record = Object.hasOwn(records, token) ? records[token] : undefined;
  callStore(recorder, server, 'get', token, record ?? null);
  if (record) revokeFamily(recorder, server, record.family);
}

/** Removes all refresh tokens of the user, of every login. */
export function revokeAllRefreshTokens(recorder: Recorder, server: string): void {
  const { id } = recorder.settings.user;
  callStore(recorder, server, 'destroy', id, null);
  const kept = Object.entries(readRecords(recorder, server)).filter(
    ([, { userId }]) => userId !== id,
  );
  recorder.set(patchShared(recorder, server, { refreshTokens: Object.fromEntries(kept) }));
}

/** A refresh token's record as a request found it, before anybody writes; `null`: there is none. */
export interface ReadRecord {
  readonly record: RefreshRecord | null;
}

function findRecord(recorder: Recorder, server: string, token: string): RefreshRecord | null {
  const records = readRecords(recorder, server);
  return Object.hasOwn(records, token) ? (records[token] ?? null) : null;
}

/** Looks a refresh token up for a request that waits for it later, when its turn comes. */
export function readRefreshRecord(recorder: Recorder, server: string, token: string): ReadRecord {
  const record = findRecord(recorder, server, token);
  recorder.send(makeRefreshCall(server, 'get', token, record));
  return { record };
}

/** Looks one up and uses it, or looks it up alone; or waits for the one that was looked up before. */
function askForRecord(
  recorder: Recorder,
  server: string,
  token: string,
  read: ReadRecord | undefined,
): RefreshRecord | null {
  if (read) {
    waitForLists(recorder);
    return read.record;
  }
  const record = findRecord(recorder, server, token);
  const method = recorder.settings.token.refreshReadsFirst ? 'get' : 'trade';
  callStore(recorder, server, method, token, record);
  return record;
}

/**
 * Trades in a refresh token for the next one of its family, in one operation of the store, so that of
 * two who ask at once one finds it used; or, where a server reads first, in three, of which the first
 * may be long past: `read`. Used again, it shows that two have it, and the whole family is revoked;
 * unless that is within the grace period, in which whoever comes second gets a next one, too.
 * @see RFC 9700 section 4.14.2
 */
export async function redeemRefreshToken(
  recorder: Recorder,
  server: string,
  token: string,
  lifetime: number,
  read?: ReadRecord,
): Promise<
  { readonly refreshToken: string; readonly graced?: true } | { readonly failure: FailureCode }
> {
  const { refreshGrace = 0, refreshReadsFirst = false } = recorder.settings.token;
  const now = readClock(recorder.state, server);
  const next = await drawRefreshToken(recorder, server, lifetime);
  if (areListsDown(recorder.state, server)) return { failure: 'refreshStoreFailed' };
  const record = askForRecord(recorder, server, token, read);
  if (!record) return { failure: 'refreshUnknown' };
  const { userId, family } = record;
  const { usedAt = now } = record;
  const graced = record.used && now < usedAt + refreshGrace;
  if (record.used && !graced) {
    revokeFamily(recorder, server, family);
    return { failure: 'refreshReused' };
  }
  if (record.expires <= now) return { failure: 'refreshExpired' };
  // The time runs from the first use on.
  const written: Records = {
    [token]: { ...record, used: true, ...(refreshGrace > 0 && { usedAt }) },
    [next.token]: { userId, family, expires: next.expires, used: false },
  };
  if (refreshReadsFirst) {
    for (const [id, one] of Object.entries(written)) callStore(recorder, server, 'set', id, one);
  }
  const refreshTokens = { ...readRecords(recorder, server), ...written };
  recorder.set(patchShared(recorder, server, { refreshTokens }));
  return { refreshToken: next.token, ...(graced && { graced }) };
}
