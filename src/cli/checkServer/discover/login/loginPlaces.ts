import { toUrl } from '../../settings.ts';
import type { Reply } from '../../wire/exchange.ts';
import { isHtml, toLocation } from '../../wire/reply.ts';
import { findLinks, findLoginForm } from '../htmlForms.ts';
import type { Survey } from '../survey.ts';
import { OTHER_LOGIN_PATHS, saysAccount, saysChange, saysLoginLink, saysLogout } from '../words.ts';

const WHERE = ['', '/api', '/auth', '/api/auth', '/user', '/users', '/api/users', '/api/user'];
/** The likeliest first: each costs a server that has none of them two requests. */
const LOGIN_PATHS = [
  ...WHERE.map((folder) => `${folder}/login`),
  ...['/api/v1/login', '/api/v1/auth/login', '/v1/auth/login', '/account/login', '/signin'],
  ...['/api/signin', '/auth/signin', '/api/auth/signin', '/api/v1/auth/signin', '/sign-in'],
  ...['/auth/sign-in', '/api/sign-in', '/users/signin', '/user/signin', '/log-in', '/logIn'],
  ...['/session', '/sessions', '/api/session', '/api/sessions', '/auth', '/api/auth'],
  ...['/authenticate', '/users/authenticate', '/users/sign_in', '/accounts/login'],
  ...['/accounts/login/', '/sign_in', '/api/authenticate', '/sessions/create'],
  ...['/session/create', '/auth/local', '/auth/token', '/token', '/api/token'],
  ...['/api/v1/sessions', '/api/v1/session', '/v1/sessions', '/api/auth/sign-in/email'],
  ...['/api/auth/sign-in', '/api/auth/callback/credentials', '/oauth/login', '/oauth/token'],
  ...['/auth/jwt/login', '/api/auth/local', '/login/password', '/auth/password'],
  ...['/users/log_in', '/users/log-in', '/api/login_check', '/admin/login/'],
  ...['/api-token-auth/', '/auth/token/login/', '/dj-rest-auth/login/', '/_session'],
  ...['/api/collections/users/auth-with-password', '/session/new'],
  ...OTHER_LOGIN_PATHS,
  ...['/_matrix/client/v3/login', '/graphql', '/api/graphql', '/'],
];

const SHOWN = 4;

/** Names the first of the usual paths, and how many more there are. */
export const sayUsualPaths = ({ settings }: Pick<Survey, 'settings'>): string => {
  const shown = LOGIN_PATHS.slice(0, SHOWN).map((path) => toUrl(settings, path).pathname);
  return `${shown.join(', ')} and ${LOGIN_PATHS.length - SHOWN} more`;
};

/** More links than these are not followed to find a login. */
const MAX_WAYS = 4;

/** Lists the pages of the same server that a page links to, and that are `wanted` by address or text. */
export function listLinked(page: Reply, wanted: (text: string) => boolean): readonly URL[] {
  if (!isHtml(page)) return [];
  return findLinks(page.text)
    .filter(({ href, text }) => wanted(`${href} ${text}`))
    .map(({ href }) => href)
    .filter((href) => href !== '' && URL.canParse(href, page.url.href))
    .map((href) => new URL(href, page.url))
    .filter(({ origin }) => origin === page.url.origin);
}

/** Lists the pages that a page links to and that may lead to a login: to read one changes nothing. */
export const listWays = (page: Reply, wanted = (_: string) => true): readonly URL[] =>
  listLinked(page, wanted)
    .filter(
      ({ href, search, pathname }) =>
        !saysLogout(href) && !saysChange(href) && search === '' && pathname !== page.url.pathname,
    )
    .slice(0, 2 * MAX_WAYS);

export interface LoginPlace {
  readonly url: URL;
  /** Whether it is only read, as it may lead to the login: nothing is sent there. */
  readonly isWay: boolean;
}

/** Lists where a login may be: by the command line, by the start page's links, by habit. */
export function listLoginPlaces({ settings, start }: Survey): readonly LoginPlace[] {
  const toPlace = (url: URL): LoginPlace => ({ url, isWay: false });
  if (settings.loginUrl) return [toPlace(settings.loginUrl)];
  const habits = LOGIN_PATHS.map((path) => toUrl(settings, path));
  const sentTo = toLocation(start);
  const places = sentTo?.origin === start.url.origin ? [sentTo, ...habits] : habits;
  const own = isHtml(start) && findLoginForm(start.text) ? [start.url] : [];
  const ways = listWays(start, saysAccount).slice(0, MAX_WAYS);
  const all = [
    ...[...own, ...listLinked(start, saysLoginLink)].map(toPlace),
    ...ways.map((url) => ({ url, isWay: true })),
    ...places.map(toPlace),
    // What nothing tells of may lead there too.
    ...listWays(start).map((url) => ({ url, isWay: true })),
  ];
  return all.filter(({ url }, i) => all.findIndex((each) => each.url.href === url.href) === i);
}
