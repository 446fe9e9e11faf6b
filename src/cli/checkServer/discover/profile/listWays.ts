import type { CheckSettings } from '../../settings.ts';
import { CannotCheck } from '../cannotCheck.ts';
import type { Carrier } from '../found.ts';
import type { Holder } from '../holder.ts';

type How = Extract<Carrier, { in: 'header' }>;

/** How something may be presented. What is usual is tried on all pages before the rest. */
export interface Way {
  /** `null`: the cookies do. */
  readonly how: How | null;
  readonly token: string | null;
  readonly isUsual: boolean;
  /** Whether it is one of many, which are first tried together. */
  readonly isBundled: boolean;
}

const HEADERS = [
  ...['x-access-token', 'x-auth-token', 'auth-token', 'access-token', 'token', 'x-token', 'x-auth'],
  ...['x-session-token', 'x-session-id', 'session-id', 'session-token', 'session', 'x-session'],
  ...['x-authorization', 'x-jwt', 'x-jwt-token', 'jwt', 'x-user-token', 'user-token', 'auth'],
  ...['authtoken', 'accesstoken', 'x-api-token', 'api-token', 'x-api-key', 'api-key'],
];

const SCHEMES = ['Bearer', 'JWT', 'Token', ''];

/** Writes the name of a member as that of a header: `sessionKey` as `session-key`. */
const toHeaderName = (field: string): string =>
  (field.split('.').at(-1) ?? '')
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();

/** Lists the headers with a name of their own that may take a token: by habit, and by its member's name. */
function listHeaders(field: string): readonly string[] {
  const own = toHeaderName(field);
  const isHeader =
    /^[a-z][a-z\d-]*$/.test(own) && /token|jwt|session|sid|key|auth|ticket/.test(own);
  const named = isHeader ? [`x-${own}`, own] : [];
  return [...new Set([...HEADERS, ...named])];
}

type Pair = readonly [header: string, scheme: string];

/** Lists how the command line says that a token is presented; empty where it does not. */
function listSaid({ tokenAs, tokenHeader }: CheckSettings): readonly Pair[] {
  if (tokenHeader !== null) return [[tokenHeader, tokenAs ?? '']];
  if (tokenAs === null) return [];
  const isHeader = tokenAs.includes('-') || tokenAs === tokenAs.toLowerCase();
  return [isHeader ? [tokenAs, ''] : ['Authorization', tokenAs]];
}

const toHow = (field: string, [header, scheme]: Pair): How => ({
  ...{ in: 'header', header, scheme, field },
});

/** Lists how a token may be presented; `given` is the word before it where it came. */
function listTokenWays(
  settings: CheckSettings,
  token: string,
  field: string,
  given: string | null,
): Way[] {
  const said = listSaid(settings);
  if (said.length > 0) {
    return said.map((pair) => ({
      how: toHow(field, pair),
      token,
      isUsual: true,
      isBundled: false,
    }));
  }
  const first = given === null ? [] : [given];
  const unlike = SCHEMES.filter((each) => each.toLowerCase() !== given?.toLowerCase());
  const schemes = [...first, ...unlike].map((scheme, rank) => ({
    how: toHow(field, ['Authorization', scheme]),
    ...{ token, isUsual: rank === 0, isBundled: false },
  }));
  const own = listHeaders(field).map((header) => ({
    how: toHow(field, [header, '']),
    ...{ token, isUsual: false, isBundled: true },
  }));
  return [...schemes, ...own];
}

/** Lists how what a login brought may be presented: cookies first, then each token in each form. */
export function listWays({ tokens, visitor }: Holder, settings: CheckSettings): Way[] {
  const { tokenField } = settings;
  const wanted = tokens.filter(({ field }) => tokenField === null || field === tokenField);
  if (tokenField !== null && wanted.length === 0) {
    const there = tokens.map(({ field }) => field).join(', ') || 'none';
    throw new CannotCheck(`--token-field ${tokenField}: the login brings tokens as: ${there}.`);
  }
  const byToken = wanted
    .slice(0, 3)
    .flatMap(({ token, field, scheme }) => listTokenWays(settings, token, field, scheme));
  const isCookieless = visitor.jar.list().length === 0;
  const asksToken = tokenField !== null || listSaid(settings).length > 0;
  return isCookieless || (asksToken && byToken.length > 0)
    ? byToken
    : [{ how: null, token: null, isUsual: true, isBundled: false }, ...byToken];
}
