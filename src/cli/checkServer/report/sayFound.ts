import type { Carrier, Found, Kind, LoginShape, LogoutShape } from '../discover/found.ts';
import { sayOrigin } from '../discover/guard/originGuard.ts';
import { SCRIPT_WORDS } from '../discover/guard/scriptHeader.ts';
import { toLasting } from '../discover/offeredLogouts.ts';
import { toPlaceAt } from '../target.ts';
import { describePlace } from '../wire/reply.ts';
import type { Mask } from './mask.ts';

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  session: 'a session ID in the cookie',
  data: 'the session itself in the cookie',
  'token cookie': 'a JWT in the cookie',
  bearer: 'a JWT, sent as',
  opaque: 'a token that is no JWT, sent as',
};

const WAY_WORDS: Readonly<Record<LoginShape['as'], string>> = {
  ...{ json: 'JSON', form: 'a form', multipart: 'a form in parts (multipart)' },
};

/** Returns how a token is sent, as `Authorization: Bearer`. */
const sayHeader = (header: string, scheme: string) =>
  scheme === '' ? header : `${header}: ${scheme}`;

/** Writes an address as the command line wants it: as a path where the server is the same. */
function toPlace({ origin, pathname, search }: URL, server: URL): string {
  const base = server.pathname.replace(/\/$/, '');
  const path = pathname + search;
  const isBelow = origin === server.origin && (path === base || path.startsWith(`${base}/`));
  const short = path.slice(base.length) || '/';
  // What begins twice with the same would be taken for the whole path.
  return isBelow && toPlaceAt(server, short).pathname === pathname ? short : origin + path;
}

/** Says where the logout is; what else its address or form holds may be good for one login only. */
function sayLogout({ method, url, page, query = '' }: LogoutShape): string {
  const lasting = page ? toLasting(url) : url;
  const isMore = page !== null && lasting.search !== url.search;
  const more = isMore ? `, with what ${describePlace(page)} has for it each time` : '';
  return `logout: ${method} ${describePlace(lasting)} ${query}${more}`.trimEnd();
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
    `login: POST ${describePlace(login.url)} as ${WAY_WORDS[login.as]}: ${fields}${csrf}`,
    `carries: ${isSplit ? 'a JWT split over the cookies' : KIND_WORDS[kind]} ${carried}${library ? ` (${library})` : ''}`,
    `profile: ${profile.method} ${describePlace(profile.url)} ${profile.query ?? ''}`.trimEnd(),
    logout ? sayLogout(logout) : 'logout: none found',
    ...(origin === null ? [] : [`origin: ${sayOrigin(found)}`]),
    ...(found.wantsScript ? [`guard: it wants ${SCRIPT_WORDS}`] : []),
    ...(forwardedProto ? ['proxy: it wants X-Forwarded-Proto: https'] : []),
  ];
}

/** Returns the header's name where it has to be said: one of its own, or Authorization without a word. */
const toOwnHeader = ({ header, scheme }: Extract<Carrier, { in: 'header' }>) =>
  header === 'Authorization' && scheme !== '' ? null : header;

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
    ['--profile-query', profile.query ?? null],
    ['--logout-query', logout?.query ?? null],
    ['--profile-method', profile.method === 'POST' ? 'POST' : null],
    ['--cookie-name', carrier.in === 'cookie' ? carrier.name : null],
    ['--token-field', carrier.in === 'header' ? carrier.field : null],
    ['--token-as', carrier.in === 'header' ? carrier.scheme || null : null],
    ['--token-header', carrier.in === 'header' ? toOwnHeader(carrier) : null],
    ['--logout-path', logout && toPlace(logout.page ? toLasting(logout.url) : logout.url, server)],
    ['--logout-method', logout?.method ?? null],
  ];
  const given = pairs.flatMap(([name, value]) => (value === null ? [] : `${name} ${quote(value)}`));
  return forwardedProto ? [...given, '--forwarded-proto'] : given;
}
