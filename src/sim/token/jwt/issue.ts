import { seededBytes } from '../../bytes/seededBytes.ts';
import { REFRESH_KEY, TOKEN_KEY } from '../../client/client.ts';
import { toClearingAttributes } from '../../http/clearing.ts';
import { toSetCookie } from '../../http/cookies.ts';
import { toSecure } from '../../http/tlsProxy.ts';
import type { Recorder } from '../../lanes/recorder.ts';
import { getUser } from '../../lanes/user.ts';
import type { Carried, CarryingField, HeaderField } from '../../message.ts';
import type { Settings } from '../../settings.ts';
import type { ServerState } from '../../state.ts';
import { getServer, readClock } from '../../state.ts';
import { toTokenCookieName } from '../client/cookieName.ts';
import type { CsrfPart } from '../client/csrfToken.ts';
import {
  isRefreshInCookie,
  toClearingRefreshField,
  toRefreshField,
} from '../refresh/refreshCookie.ts';
import { toLifetime, toOwnClaims } from './claims.ts';
import { toAccessHeader } from './header.ts';
import { signToken } from './jwt.ts';

const UUID_BYTES = 16;

/** Draws the next token ID, a version 4 UUID. @see RFC 9562 section 5.4 */
function drawJti(recorder: Recorder): string {
  const { state, settings } = recorder;
  const n = state.draws.jti;
  recorder.set({ ...state, draws: { ...state.draws, jti: n + 1 } });
  const bytes = seededBytes(settings.seed, 'jti', n, UUID_BYTES);
  bytes[6] = 0x40 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export interface Issued {
  readonly token: string;
  /** NumericDate seconds; `null`: it has no exp. */
  readonly expiresAt: number | null;
}

/** Signs the user's token on a server, with the claims that the Scenario's design has. */
export async function issueToken(recorder: Recorder, server: string): Promise<Issued> {
  const { user, payload, token: design } = recorder.settings;
  const { secrets, keyIds } = getServer(recorder.state, server);
  const secret = secrets[0];
  if (secret === undefined) throw new RangeError(`server ${server} has no secret to sign with`);
  const kid = keyIds?.[0];
  const role = user.role && { role: getUser(recorder.state, recorder.settings).role };
  const more = { ...role, ...payload };
  const jti = design.denyList ? drawJti(recorder) : undefined;
  const now = readClock(recorder.state, server);
  const { notBefore } = design;
  const lifetime = toLifetime(recorder.settings);
  const own = toOwnClaims(recorder.settings, server);
  const header = toAccessHeader(recorder.settings, kid);
  recorder.countSignature('made');
  const claims = { id: user.id, more, jti, lifetime, now, notBefore, ...own };
  const token = await signToken(secret, claims, header);
  return { token, expiresAt: lifetime === null ? null : now + lifetime };
}

interface Delivery {
  readonly fields: readonly HeaderField[];
  readonly json: object;
  readonly carries: readonly Carried[];
}

/** Makes the fields and the body in which a new token goes to the client: in the body, or in an HttpOnly cookie. */
export function toDelivery(
  settings: Settings,
  { token }: Issued,
  refreshToken: string | null,
  { now, cookieDomain: domain }: Pick<ServerState, 'cookieDomain'> & { readonly now: number },
  csrf: CsrfPart,
): Delivery {
  const { session, token: design, user } = settings;
  const inCookie = refreshToken !== null && isRefreshInCookie(settings);
  const field = inCookie ? toRefreshField(settings, refreshToken, now) : null;
  const fields = field ? [field.field] : [];
  const more = refreshToken === null || inCookie ? {} : { [REFRESH_KEY]: refreshToken };
  const inBody: readonly Carried[] =
    refreshToken === null || inCookie
      ? []
      : [{ what: 'refreshToken', in: 'body', value: refreshToken }];
  const set = field ? [field.carried] : [];
  if (design.keptIn !== 'cookie') {
    const carries = [...set, { what: 'token', in: 'body', value: token } as const, ...inBody];
    return { fields, json: { [TOKEN_KEY]: token, ...more }, carries };
  }
  const { lifetime } = design;
  const { sameSite } = session;
  const secure = toSecure(settings);
  const expires = new Date((now + lifetime) * 1000).toISOString();
  const scope = { ...(domain && { domain }), path: '/' };
  const common = { ...scope, httpOnly: true, ...(secure && { secure }) };
  const cookie = { maxAge: lifetime, expires, ...common, ...(sameSite && { sameSite }) };
  const value = toSetCookie(toTokenCookieName(settings), token, cookie);
  const own = { what: 'token', in: 'Set-Cookie', value: token } as const;
  return {
    fields: [['Set-Cookie', value], ...fields],
    json: { userId: user.id, ...more, ...csrf.json },
    carries: [own, ...set, ...inBody, ...csrf.carries],
  };
}

/** Makes the field with which a server deletes the token's cookie. */
function toClearingField({ settings, state }: Recorder, server: string): CarryingField {
  const gone = toClearingAttributes(settings, getServer(state, server), { httpOnly: true });
  return {
    field: ['Set-Cookie', toSetCookie(toTokenCookieName(settings), '', gone)],
    carried: { what: 'token', in: 'Set-Cookie', value: null },
  };
}

/** Makes the fields with which the server deletes all cookies that it set, as parts of an answer. */
export function toClearing(
  recorder: Recorder,
  server: string,
): Pick<Delivery, 'fields' | 'carries'> {
  const { settings } = recorder;
  const all = [
    ...(settings.token.keptIn === 'cookie' ? [toClearingField(recorder, server)] : []),
    ...(isRefreshInCookie(settings) ? [toClearingRefreshField()] : []),
  ];
  return {
    fields: all.map(({ field }) => field),
    carries: all.map(({ carried }) => carried),
  };
}
