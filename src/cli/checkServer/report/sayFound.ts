import type { Found, Kind } from '../discover/found.ts';
import { sayOrigin } from '../discover/guard/originGuard.ts';
import { SCRIPT_WORDS } from '../discover/guard/scriptHeader.ts';
import { toLasting } from '../discover/offeredLogouts.ts';
import type { Mask } from './mask.ts';

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  session: 'a session ID in the cookie',
  data: 'the session itself in the cookie',
  'token cookie': 'a JWT in the cookie',
  bearer: 'a JWT, sent as',
  opaque: 'a token that is no JWT, sent as',
};

/** Returns how a token is sent, as `Authorization: Bearer`. */
const sayHeader = (header: string, scheme: string) =>
  scheme === '' ? header : `${header}: ${scheme}`;

/** Writes an address as the command line wants it: as a path where the server is the same. */
function toPlace({ origin, pathname, search }: URL, server: URL): string {
  const base = server.pathname.replace(/\/$/, '');
  const path = pathname + search;
  if (origin !== server.origin || !path.startsWith(base)) return origin + path;
  return path.slice(base.length) || '/';
}

/** Says what was found, one thing a line. */
export function sayFound(found: Found): string[] {
  const { login, carrier, kind, library, profile, logout, forwardedProto, origin } = found;
  const fields = `${login.usernameField} and ${login.passwordField}`;
  const csrf = login.csrfPages.length > 0 ? ', with a CSRF token' : '';
  const carried =
    carrier.in === 'cookie'
      ? (carrier.split ?? carrier.all).join(' and ')
      : sayHeader(carrier.header, carrier.scheme);
  const isSplit = carrier.in === 'cookie' && carrier.split !== null;
  return [
    `login: POST ${login.url.pathname} as ${login.as === 'json' ? 'JSON' : 'a form'}: ${fields}${csrf}`,
    `carries: ${isSplit ? 'a JWT split over the cookies' : KIND_WORDS[kind]} ${carried}${library ? ` (${library})` : ''}`,
    `profile: ${profile.method} ${profile.url.pathname}`,
    logout ? `logout: ${logout.method} ${logout.url.pathname}` : 'logout: none found',
    ...(origin === null ? [] : [`origin: ${sayOrigin(found)}`]),
    ...(found.wantsScript ? [`guard: it wants ${SCRIPT_WORDS}`] : []),
    ...(forwardedProto ? ['proxy: it wants X-Forwarded-Proto: https'] : []),
  ];
}

/** Lists the options that say the same, so that a later run need not look. */
export function listOptions(found: Found, server: URL, hide: Mask): string[] {
  const { login, carrier, profile, logout, forwardedProto } = found;
  const [csrf] = login.csrfPages;
  const isPlain = (text: string) => /^[\w./:-]+$/.test(text);
  const quote = (text: string) => (isPlain(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
  const pairs: readonly (readonly [string, string | null])[] = [
    ['--login-path', toPlace(login.page ?? login.url, server)],
    ['--login-as', login.as],
    ['--username-field', login.usernameField],
    ['--password-field', login.passwordField],
    ...Object.entries(login.more).map(
      ([name, value]) => ['--login-also', `${name}=${hide(value)}`] as const,
    ),
    ['--csrf-path', login.csrfPages.length === 1 && csrf ? toPlace(csrf, server) : null],
    ['--origin', found.origin],
    ['--profile-path', toPlace(profile.url, server)],
    ['--profile-method', profile.method === 'POST' ? 'POST' : null],
    ['--cookie-name', carrier.in === 'cookie' ? carrier.name : null],
    ['--token-field', carrier.in === 'header' ? carrier.field : null],
    ['--token-as', carrier.in === 'header' ? carrier.scheme || carrier.header.toLowerCase() : null],
    ['--logout-path', logout && toPlace(logout.page ? toLasting(logout.url) : logout.url, server)],
    ['--logout-method', logout?.method ?? null],
  ];
  const given = pairs.flatMap(([name, value]) => (value === null ? [] : `${name} ${quote(value)}`));
  return forwardedProto ? [...given, '--forwarded-proto'] : given;
}
