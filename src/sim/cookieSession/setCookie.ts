import { arrivesSecurely, toSecure } from '../http/tlsProxy.ts';
import type { CarryingField, HeaderField } from '../message.ts';
import type { Settings } from '../settings.ts';
import { DATA_COOKIE, SIGNATURE_COOKIE, splitPair, toPair } from './pair.ts';

interface Attributes {
  /** NumericDate seconds; `null`: it ends with the browser. */
  readonly expires: number | null;
  readonly sameSite: Settings['session']['sameSite'];
  readonly secure: boolean;
  readonly httpOnly: boolean;
}

/** Formats a `Set-Cookie` field as the package cookies does. @see cookies 0.9 `Cookie#toHeader` */
function toField(name: string, value: string, cookie: Attributes): HeaderField {
  const { expires, sameSite, secure, httpOnly } = cookie;
  const parts = [
    `${name}=${value}`,
    'path=/',
    ...(expires === null ? [] : [`expires=${new Date(expires * 1000).toUTCString()}`]),
    ...(sameSite ? [`samesite=${sameSite}`] : []),
    ...(secure ? ['secure'] : []),
    ...(httpOnly ? ['httponly'] : []),
  ];
  return ['Set-Cookie', parts.join('; ')];
}

/** Tells whether a session's cookies may leave: Secure ones do not over plain http, and nobody is told. @see cookie-session, `error saving session` */
export const canSetCookies = (settings: Settings): boolean =>
  !toSecure(settings) || arrivesSecurely(settings);

/** The fields of a response about a session, and the credential in them. */
export interface SettingFields {
  readonly fields: readonly HeaderField[];
  readonly carried: CarryingField['carried'];
}

function toFields(
  settings: Settings,
  pair: string,
  expires: number | null,
): SettingFields['fields'] {
  const { httpOnly, sameSite } = settings.session;
  const attributes = { expires, sameSite, secure: toSecure(settings), httpOnly };
  const { data, signature } = splitPair(pair);
  return [toField(DATA_COOKIE, data, attributes), toField(SIGNATURE_COOKIE, signature, attributes)];
}

/** Makes the two fields that hand out a session; `now` is the server's time in NumericDate seconds. */
export function toSettingFields(settings: Settings, pair: string, now: number): SettingFields {
  const { lifetime } = settings.session;
  const fields = toFields(settings, pair, lifetime === null ? null : now + lifetime);
  return { fields, carried: { what: 'session', in: 'Set-Cookie', value: pair } };
}

/** Makes the two fields that take it away; also the empty data is signed. */
export function toClearingFields(settings: Settings, signature: string): SettingFields {
  const fields = toFields(settings, toPair('', signature), 0);
  return { fields, carried: { what: 'session', in: 'Set-Cookie', value: null } };
}

/** What `Cookies#get` says of a signature has none of the session's attributes. */
const toBare = (settings: Settings, expires: number | null): Attributes => ({
  ...{ expires, sameSite: null, secure: arrivesSecurely(settings), httpOnly: true },
});

/** Makes the field that signs the data anew, where an older key made the signature: it has no date. @see cookies 0.9 `Cookies#get` */
export const toResigningField = (settings: Settings, signature: string): HeaderField =>
  toField(SIGNATURE_COOKIE, signature, toBare(settings, null));

/** Makes the field that takes a wrong signature away, and leaves the data. @see cookies 0.9 `Cookies#get` */
export const toUnsigningField = (settings: Settings): HeaderField =>
  toField(SIGNATURE_COOKIE, '', toBare(settings, 0));
