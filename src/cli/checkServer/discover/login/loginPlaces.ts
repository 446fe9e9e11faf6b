import type { CheckSettings } from '../../settings.ts';
import { toUrl } from '../../settings.ts';
import { isHtml, toLocation } from '../../wire/reply.ts';
import type { LoginShape } from '../found.ts';
import { findLinks, findLoginForm } from '../htmlForms.ts';
import type { Survey } from '../survey.ts';

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
  ...['/users/log_in', '/users/log-in', '/api/login_check', '/admin/login/', '/'],
];

/** Lists where a login may be: by the command line, by the start page's links, by habit. */
export function listLoginPlaces({ settings, start }: Survey): readonly URL[] {
  if (settings.loginUrl) return [settings.loginUrl];
  const habits = LOGIN_PATHS.map((path) => toUrl(settings, path));
  const sentTo = toLocation(start);
  const places = sentTo?.origin === start.url.origin ? [sentTo, ...habits] : habits;
  if (!isHtml(start)) return places;
  const linked = findLinks(start.text)
    .filter(({ href, text }) => /log[-_ ]?in|sign[-_ ]?in/i.test(`${href} ${text}`))
    .map(({ href }) => href)
    .filter((href) => href !== '' && URL.canParse(href, start.url.href))
    .map((href) => new URL(href, start.url))
    .filter(({ origin }) => origin === start.url.origin);
  const own = findLoginForm(start.text) ? [start.url] : [];
  const all = [...own, ...linked, ...places];
  return all.filter(({ href }, i) => all.findIndex((each) => each.href === href) === i);
}

type FieldNames = Pick<LoginShape, 'usernameField' | 'passwordField'>;

/** Lists the names that name and password may go by in a body, the most likely first. */
export function listFieldNames(settings: CheckSettings): readonly FieldNames[] {
  const { usernameField, username } = settings;
  const passwordField = settings.passwordField ?? 'password';
  if (usernameField !== null) return [{ usernameField, passwordField }];
  const usual = ['username', 'email'];
  if (username.includes('@')) usual.reverse();
  const flat = [...usual, 'login', 'identifier', 'user', 'name', 'userName', 'user_name'];
  const inside = usual.map((name) => ({
    usernameField: `user.${name}`,
    passwordField: `user.${passwordField}`,
  }));
  const plain = flat.map((name) => ({ usernameField: name, passwordField }));
  // A body with all of it in a member is more usual than a rare name.
  return [...plain.slice(0, 2), ...inside, ...plain.slice(2)];
}
