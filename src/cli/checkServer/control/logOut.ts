import { askGuess } from '../discover/askGuess.ts';
import type { LogoutShape } from '../discover/found.ts';
import { isCsrfRefusal, listCsrfPages } from '../discover/guard/csrfGuard.ts';
import { fetchCsrfToken } from '../discover/guard/csrfToken.ts';
import type { Holder } from '../discover/holder.ts';
import { fetchExtras } from '../discover/login.ts';
import { listLogoutPlaces } from '../discover/logoutPlaces.ts';
import { isNamedLogout, listOffered, readOffer } from '../discover/offeredLogouts.ts';
import { askProfile, toCopy, toTokenHeader } from '../discover/present.ts';
import { isSameKind, NOWHERE } from '../discover/survey.ts';
import { isCleared } from '../wire/jar.ts';
import { describeExchange, isHtml, isObject, isOk, isRedirect, parseBody } from '../wire/reply.ts';
import { toJson, type VisitReply } from '../wire/visitor.ts';
import type { Bench } from './bench.ts';

/** A logout, and what was there before and after it. */
export interface Logout {
  readonly shape: LogoutShape;
  readonly reply: VisitReply;
  /** A copy from before: the cookies, the token. */
  readonly copy: Holder;
  /** The user's own browser afterwards. */
  readonly after: Holder;
}

/** Why there is no logout. */
export interface NoLogout {
  readonly refused: readonly VisitReply[];
}

const MISSING = [404, 405, 501];
/** So many logins are worth it to find a logout. */
const MAX_RENEWALS = 2;

export const isDone = (reply: VisitReply) => isOk(reply) || isRedirect(reply);

/** Finds the page whose CSRF token a logout may want: once, as most servers have none. */
const findGuards = (bench: Bench, { visitor }: Holder): Promise<readonly URL[]> =>
  bench.once('guard', async () => {
    const { login, profile } = bench.found;
    const known = login.csrfPages.length > 0 ? login.csrfPages : listCsrfPages(bench.settings);
    // A page of a user has a token that fits the session of now.
    const found = await fetchCsrfToken(visitor, [profile.url, ...known]);
    return found ? [found.page] : [];
  });

/** Tells whether a logout failed inside; what may be a route for any user's ID is none. */
export const isBroken = ({ status, url }: VisitReply) =>
  status >= 500 && !/\/users?\//.test(url.pathname);

/** Fetches a page of a user. */
function askPage({ found: { carrier } }: Bench, holder: Holder, url: URL): Promise<VisitReply> {
  return askProfile(holder, { url, method: 'GET' }, carrier.in === 'header' ? carrier : null);
}

/** Finds what a logout may want that stands on no page. */
async function guardLogout(
  bench: Bench,
  holder: Holder,
  { url, method }: LogoutShape,
  isGuarded: boolean,
) {
  const { login } = bench.found;
  const mayBeGuarded = isGuarded || login.csrfPages.length > 0 || login.page !== null;
  const csrfPages = mayBeGuarded && method !== 'GET' ? await findGuards(bench, holder) : [];
  const wanted = { page: null, csrfPages, as: login.as, url };
  return { url, ...(await fetchExtras(holder.visitor, wanted)) };
}

/** Sends a logout as a page of the server would. @throws WireError */
export async function sendLogout(
  bench: Bench,
  holder: Holder,
  shape: LogoutShape,
  isGuarded = false,
): Promise<VisitReply> {
  const { carrier } = bench.found;
  const { visitor, token, tokens } = holder;
  const { method, page, withTokens, query } = shape;
  // Keys and tokens of a page are good for the login that it was made for.
  const offer = page && readOffer(await askPage(bench, holder, page), visitor.jar, shape);
  const { url, ...extras } = offer ?? (await guardLogout(bench, holder, shape, isGuarded));
  const headers = {
    ...extras.headers,
    ...(carrier.in === 'header' && token !== null && toTokenHeader(carrier, token)),
  };
  if (method === 'GET') return visitor.send('GET', url, { headers });
  if (query !== undefined) return visitor.send(method, url, { headers, body: toJson({ query }) });
  // Where the login's answer is an envelope, the logout wants what was in it.
  const toName = (field: string) => field.split('.').at(-1) ?? field;
  const given = Object.fromEntries(tokens.map(({ field, token: each }) => [toName(field), each]));
  const [refresh] = tokens.filter(({ field }) => /refresh/i.test(field));
  const all = { ...given, ...(refresh && { refreshToken: refresh.token, token: refresh.token }) };
  if (withTokens) return visitor.send(method, url, { headers, body: toJson(all) });
  const hasFields = Object.keys(extras.fields).length > 0;
  const body = hasFields
    ? {
        type: 'application/x-www-form-urlencoded',
        text: new URLSearchParams(extras.fields).toString(),
      }
    : undefined;
  return visitor.send(method, url, { headers, body });
}

/** Tells whether nothing is there: 404 and the like, or what any name beside it gets. @throws WireError */
export async function isNoLogout(
  bench: Bench,
  holder: Holder,
  { url, method }: Pick<LogoutShape, 'url' | 'method'>,
  reply: VisitReply,
): Promise<boolean> {
  if (MISSING.includes(reply.status)) return true;
  if (!isDone(reply)) return false;
  const beside = new URL(NOWHERE, url);
  const nothing = await bench.once(`nothing ${method} ${beside.href}`, () =>
    sendLogout(bench, holder, { url: beside, method, withTokens: false, page: null }),
  );
  return isSameKind(reply, nothing);
}

/** Tells whether a logout ended anything: a cookie that is gone or opens nothing, or what a copy opens. */
export async function hasEnded(
  bench: Bench,
  holder: Holder,
  copy: Holder,
  { cookies }: VisitReply,
): Promise<boolean> {
  if (cookies.some(isCleared)) return true;
  const { carrier } = bench.found;
  const isNew = carrier.in === 'cookie' && cookies.some(({ name }) => carrier.all.includes(name));
  if (isNew && !(await bench.opens(toCopy(holder)))) return true;
  return !(await bench.opens(toCopy(copy)));
}

const isPage = (reply: VisitReply) => isOk(reply) && isHtml(reply);

/** Tells whether what ended nothing was to end something: a guess may have been another page's address. */
function isMeant(
  { settings }: Bench,
  { url, method, page }: Pick<LogoutShape, 'url' | 'method' | 'page'>,
  reply: VisitReply,
  isNothing: boolean,
): boolean {
  if (settings.logoutUrl) return true;
  if (isNothing) return false;
  // A page that a GET brings may ask whether it is meant.
  if (method === 'GET' && isPage(reply)) return false;
  return page !== null || isNamedLogout(url) || !isPage(reply);
}

/** Tells whether GraphQL refused what it answers with 200. */
function hasGraphErrors(reply: VisitReply): boolean {
  const body = parseBody(reply);
  return isObject(body) && Array.isArray(body.errors);
}

/** Looks for the logout with somebody who is logged in, and logs out. */
export const logOut = (bench: Bench) =>
  bench.once('logout', async (): Promise<Logout | NoLogout> => {
    const { settings, net, found } = bench;
    let holder = (await bench.opens(bench.holder())) ? bench.holder() : await bench.renew();
    const refused: VisitReply[] = [];
    let idle: Logout | null = null;
    let renewals = 0;
    const queue = [...listLogoutPlaces(bench)];
    const asked = new Set<string>();
    for (let place = queue.shift(); place; place = queue.shift()) {
      asked.add(`${place.method} ${place.url.href}`);
      const copy = toCopy(holder);
      let shape: LogoutShape = { ...place, withTokens: false };
      const user = holder;
      const isGuess = settings.logoutUrl === null;
      const first = await askGuess(net, isGuess, () =>
        sendLogout(bench, user, { ...place, withTokens: false }),
      );
      if (!first) continue;
      let reply = first;
      if (MISSING.includes(reply.status)) continue;
      if (isCsrfRefusal(reply) && found.login.csrfPages.length === 0) {
        reply = await sendLogout(bench, holder, shape, true);
      }
      if (!isDone(reply) && holder.tokens.length > 0 && place.method !== 'GET') {
        shape = { ...shape, withTokens: true };
        reply = await sendLogout(bench, holder, shape);
      }
      if (!isDone(reply) || (place.query !== undefined && hasGraphErrors(reply))) {
        refused.push(reply);
        if (isBroken(reply)) break;
        continue;
      }
      // A page that a GET brings may ask whether it is meant: its form is the logout.
      const asks = place.method === 'GET' && isPage(reply) ? listOffered(reply) : [];
      const { url: page } = reply;
      queue.unshift(
        ...asks
          .filter(({ method, url }) => method !== 'GET' && !asked.has(`${method} ${url.href}`))
          .map((offer) => ({ ...offer, page })),
      );
      const done = { shape, reply, copy, after: toCopy(holder) };
      const isNothing = await isNoLogout(bench, holder, place, reply);
      // A token is the client's to forget: any answer but that to nothing may be its logout.
      const isTaken = found.carrier.in === 'header' && !isNothing;
      if (isTaken || (await hasEnded(bench, holder, copy, reply))) {
        bench.setLogout(shape);
        return done;
      }
      if (isMeant(bench, place, reply, isNothing)) idle ??= done;
      if (await bench.opens(holder)) continue;
      net.last = describeExchange(reply);
      renewals += 1;
      if (renewals > MAX_RENEWALS) break;
      holder = await bench.renew();
    }
    if (idle) bench.setLogout(idle.shape);
    return idle ?? { refused };
  });

/** Tells whether a copy of the credential from before the logout opens nothing after it. */
export const endsCopies = (bench: Bench) =>
  bench.once('ends copies', async (): Promise<boolean> => {
    const logout = await logOut(bench);
    return 'shape' in logout && !(await bench.opens(toCopy(logout.copy)));
  });
