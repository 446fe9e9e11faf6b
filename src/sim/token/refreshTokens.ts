import { REFRESH_STORE } from '../actors.ts';
import { toBase64url } from '../base64.ts';
import { makeStoreCall } from '../message.ts';
import type { FailureCode } from '../outcome.ts';
import type { Recorder } from '../recorder.ts';
import { seededBytes } from '../seededBytes.ts';
import type { RefreshRecord, ServerState } from '../state.ts';
import { getServer, readClock } from '../state.ts';
import { patchShared } from './shared.ts';

type Records = NonNullable<ServerState['refreshTokens']>;
const REFRESH_BYTES = 32;

function callStore(
  recorder: Recorder,
  from: string,
  method: string,
  target: string,
  body: unknown,
) {
  const text = body === null ? null : JSON.stringify(body);
  recorder.send(makeStoreCall({ from, to: REFRESH_STORE, method, target, body: text }));
}

const readRecords = (recorder: Recorder, server: string): Records =>
  getServer(recorder.state, server).refreshTokens ?? {};

function writeRecord(recorder: Recorder, server: string, token: string, record: RefreshRecord) {
  callStore(recorder, server, 'set', token, record);
  const refreshTokens = { ...readRecords(recorder, server), [token]: record };
  recorder.set(patchShared(recorder, server, { refreshTokens }));
}

/** Makes the next refresh token of a family, or the first of a new one: 32 random bytes that say nothing. */
export function issueRefreshToken(
  recorder: Recorder,
  server: string,
  family: string | null,
): string | null {
  const { settings, state } = recorder;
  const { refreshLifetime } = settings.token;
  if (refreshLifetime === undefined) return null;
  const n = state.draws.refresh;
  const token = toBase64url(seededBytes(settings.seed, 'refresh', n, REFRESH_BYTES));
  recorder.set({ ...state, draws: { ...state.draws, refresh: n + 1 } });
  const expires = readClock(state, server) + refreshLifetime;
  const record = { userId: settings.user.id, family: family ?? token, expires, used: false };
  writeRecord(recorder, server, token, record);
  return token;
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

/**
 * Trades in a refresh token: it can be used once, and its family is returned. Used again, it shows
 * that two have it, and the whole family is revoked. @see RFC 9700 section 4.14.2
 */
export function redeemRefreshToken(
  recorder: Recorder,
  server: string,
  token: string | null,
): { readonly family: string } | { readonly failure: FailureCode } {
  if (token === null) return { failure: 'refreshMissing' };
  const records = readRecords(recorder, server);
  const record = Object.hasOwn(records, token) ? records[token] : undefined;
  callStore(recorder, server, 'get', token, record ?? null);
  if (!record) return { failure: 'refreshUnknown' };
  if (record.used) {
    revokeFamily(recorder, server, record.family);
    return { failure: 'refreshReused' };
  }
  if (record.expires <= readClock(recorder.state, server)) return { failure: 'refreshExpired' };
  writeRecord(recorder, server, token, { ...record, used: true });
  return { family: record.family };
}
