import type { CheckSettings } from '../../settings.ts';
import { toUrl } from '../../settings.ts';
import type { Reply } from '../../wire/exchange.ts';
import { isHtml, isOk } from '../../wire/reply.ts';
import type { LoginShape } from '../found.ts';
import type { Holder } from '../holder.ts';
import { findLinks } from '../htmlForms.ts';
import { OTHER_PROFILE_PATHS, saysAccount, saysChange, saysLogout } from '../words.ts';
import { listUserIds } from './userIds.ts';

const PATHS = [
  ...['/profile', '/me', '/api/me', '/api/profile', '/auth/me', '/api/auth/me', '/auth/profile'],
  ...['/api/auth/profile', '/user', '/api/user', '/users/me', '/api/users/me', '/user/me'],
  ...['/users/profile', '/api/users/profile', '/user/profile', '/api/user/profile', '/account'],
  ...['/api/account', '/users/current', '/api/users/current', '/auth/user', '/api/auth/user'],
  ...['/api/v1/me', '/api/v1/users/me', '/api/v1/auth/me', '/api/v1/profile', '/current-user'],
  ...['/current_user', '/whoami', '/api/whoami', '/userinfo', '/dashboard', '/api/dashboard'],
  ...['/home', '/protected', '/api/protected', '/private', '/api/private', '/secret', '/secrets'],
  ...['/welcome', '/session', '/api/session', '/auth/session', '/api/auth/session', '/verify'],
  ...['/api/auth/get-session', '/restricted', '/restricted-area', '/secure', '/members'],
  ...['/test/user', '/api/test/user', '/feed', '/api/auth', '/auth', '/app', '/main', '/notes'],
  ...['/tasks', '/api/notes', '/api/tasks', '/api/posts', '/auth/verify', '/status'],
  ...['/api/status', '/auth/status', '/api/auth/status', '/admin', '/users', '/api/users'],
  ...['/todos', '/posts', '/manage/info', '/_session'],
  ...OTHER_PROFILE_PATHS,
  '/',
];

const BESIDE = ['/me', '/profile', '/user', '/users/me', '/account', '/account/whoami'];
const BY_ID = ['/users', '/api/users', '/api/v1/users', '/user', '/api/user'];

const listFolders = ({ pathname }: URL): readonly string[] => {
  const folder = pathname.replace(/\/[^/]*\/?$/, '');
  return [folder, folder.replace(/\/[^/]*$/, '')];
};

/** Lists what may stand beside a login, in its folder and in that one's. */
const listBeside = (login: URL): readonly URL[] =>
  listFolders(login).flatMap((path) => BESIDE.map((name) => new URL(login.origin + path + name)));

/** Lists where the user of a login may stand by his ID. */
function listById(settings: CheckSettings, login: URL, holder: Holder): readonly URL[] {
  return listUserIds(holder).flatMap((id) => [
    ...listFolders(login).flatMap((path) =>
      ['users', 'records'].map((name) => new URL(`${login.origin}${path}/${name}/${id}`)),
    ),
    ...BY_ID.map((path) => toUrl(settings, `${path}/${id}`)),
  ]);
}

const withSlash = ({ origin, pathname }: URL) =>
  new URL(`${origin}${pathname.replace(/\/?$/, '/')}`);

const isAccount = ({ pathname }: URL) => saysAccount(pathname) || /me$/i.test(pathname);

/** Tells whether somebody who is logged in is asked to log in at a page: what opens there tells little. */
const isLoginAt = ({ url, page }: LoginShape, { pathname, search }: URL): boolean =>
  [url, ...(page ? [page] : [])].some(
    (each) => each.pathname === pathname && each.pathname !== '/' && search.startsWith(each.search),
  );

/** Lists where a profile may be: by the command line, by the page after the login, by habit; the login's own page at last. */
export function listProfilePlaces(
  settings: CheckSettings,
  landing: Reply,
  holder: Holder,
  login: LoginShape,
): readonly URL[] {
  if (settings.profileUrl) return [settings.profileUrl];
  const isOwn = (url: URL) => ['localhost', settings.server.hostname].includes(url.hostname);
  const habits = PATHS.map((path) => toUrl(settings, path));
  const plain = [...listBeside(login.url), ...habits, ...listById(settings, login.url, holder)];
  // Who writes a slash at the end of one path does so at all of them, as Django.
  const isSlashed = /.\/$/.test(login.url.pathname);
  const usual = isSlashed ? [...plain.map(withSlash), ...plain] : plain;
  const isPage = isOk(landing) && landing.method === 'GET';
  const linked = isHtml(landing)
    ? findLinks(landing.text)
        .filter(({ href }) => URL.canParse(href, landing.url.href))
        .map(({ href }) => new URL(href, landing.url))
        .filter((url) => isOwn(url) && isAccount(url) && !saysChange(url.pathname))
    : [];
  const all = [...(isPage ? [landing.url] : []), ...linked, ...usual].filter(
    ({ href, pathname }, i, places) =>
      !saysLogout(pathname) && places.findIndex((each) => each.href === href) === i,
  );
  const isLogin = (url: URL) => isLoginAt(login, url);
  return [...all.filter((url) => !isLogin(url)), ...all.filter(isLogin)];
}
