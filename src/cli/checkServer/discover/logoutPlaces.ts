import type { Bench } from '../control/bench.ts';
import { toUrl } from '../settings.ts';
import type { LogoutShape } from './found.ts';
import { isNamedLogout, isOffer, listOffered } from './offeredLogouts.ts';
import { findHabit, OTHER_LOGOUT_PATHS } from './words.ts';

type Place = Pick<LogoutShape, 'url' | 'method' | 'page' | 'query'>;

const PATHS = [
  ...['/logout', '/api/logout', '/auth/logout', '/api/auth/logout', '/users/logout'],
  ...['/user/logout', '/api/users/logout', '/signout', '/api/signout', '/auth/signout'],
  ...['/api/auth/signout', '/sign-out', '/api/auth/sign-out', '/log-out', '/logOut'],
  ...['/api/v1/auth/logout', '/api/v1/logout', '/users/sign_out', '/users/log_out'],
  ...OTHER_LOGOUT_PATHS,
];
const SESSIONS = ['/session', '/sessions', '/api/session', '/api/sessions', '/login'];
/** What is made by a POST to it, and ended by a DELETE. */
const RESOURCE = /\/(?:sessions?|tokens?)\/?$/i;

/** Lists where a logout may be: by the command line, by the pages of a user, by habit. */
export function listLogoutPlaces({ settings, found, landing, granted }: Bench): readonly Place[] {
  const { logoutUrl, logoutMethod, logoutQuery } = settings;
  const methods = logoutMethod ? [logoutMethod] : (['POST', 'GET', 'DELETE'] as const);
  const offered = [granted, ...(landing ? [landing] : [])].flatMap((page) =>
    listOffered(page).map((offer) => ({ ...offer, page: page.url })),
  );
  const { graph, url: loginUrl } = found.login;
  const queries = logoutQuery === null ? (graph?.logouts ?? []) : [logoutQuery];
  const asked = queries.map((query) => ({
    ...({ url: logoutUrl ?? loginUrl, method: 'POST', page: null, query } as const),
  }));
  if (logoutQuery !== null) return asked;
  if (logoutUrl) {
    const named = methods.map((method) => ({ url: logoutUrl, method, page: null }));
    // Its own page may have the form that it wants.
    const asking = named
      .filter(({ method }) => method !== 'GET')
      .map((each) => ({ ...each, page: logoutUrl }));
    const meant = offered.filter((offer) => named.some((each) => isOffer(offer, each)));
    return [...meant, ...named, ...asking];
  }
  const { pathname, origin } = found.login.url;
  // Who writes a slash at the end of one path does so at all of them, as Django.
  const isSlashed = [pathname, found.profile.url.pathname].some((path) => /.\/$/.test(path));
  const end = isSlashed ? '/' : '';
  const beside = [
    // better-auth: /sign-in/email, /sign-out.
    pathname.replace(/log([-_]?)in(?:\/.*)?$/i, 'log$1out'),
    pathname.replace(/sign([-_]?)in(?:\/.*)?$/i, 'sign$1out'),
    pathname.replace(/[^/]*\/?$/, 'logout'),
    ...(findHabit(pathname)?.logouts ?? []).map((path) => pathname.replace(/\/[^/]*\/?$/, path)),
  ]
    .map((path) => new URL(origin + path.replace(/\/?$/, end)))
    .filter(isNamedLogout);
  const urls = [...beside, ...PATHS.map((path) => toUrl(settings, path + end))].filter(
    ({ href }, i, all) => all.findIndex((each) => each.href === href) === i,
  );
  const usual = urls.flatMap((url) => methods.map((method) => ({ url, method, page: null })));
  const toDeleted = (url: URL): Place => ({ url, method: 'DELETE', page: null });
  const own = [new URL(origin + pathname)].map(toDeleted);
  const deleted = SESSIONS.map((path) => toUrl(settings, path + end)).map(toDeleted);
  const isResource = RESOURCE.test(pathname);
  const first = isResource ? own : [];
  const all = [...asked, ...offered, ...first, ...usual, ...own, ...deleted];
  const toKey = ({ url, method, query }: Place) => `${method} ${url.href} ${query}`;
  return all.filter((place, i) => all.findIndex((each) => toKey(each) === toKey(place)) === i);
}
