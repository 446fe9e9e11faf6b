import type { Bench } from '../control/bench.ts';
import { toUrl } from '../settings.ts';
import type { Reply } from '../wire/exchange.ts';
import type { LogoutShape } from './found.ts';
import { findForms, findLinks } from './htmlForms.ts';

type Place = Pick<LogoutShape, 'url' | 'method'>;

const WORD = /log[-_ ]?out|sign[-_ ]?out/i;
const PATHS = [
  ...[
    '/logout',
    '/api/logout',
    '/auth/logout',
    '/api/auth/logout',
    '/users/logout',
    '/user/logout',
  ],
  ...['/api/users/logout', '/signout', '/api/signout', '/auth/signout', '/api/auth/signout'],
  ...['/sign-out', '/log-out', '/logOut', '/api/v1/auth/logout', '/api/v1/logout'],
];
const SESSIONS = ['/session', '/sessions', '/api/session', '/api/sessions', '/login'];

/** Finds the logouts that a page offers. */
function listOffered(page: Reply): Place[] {
  const place = (action: string, method: LogoutShape['method']): Place[] =>
    URL.canParse(action, page.url.href) ? [{ url: new URL(action, page.url), method }] : [];
  const forms = findForms(page.text)
    .filter(({ action, text }) => WORD.test(`${action} ${text}`))
    .flatMap(({ action, method }) => place(action, method === 'POST' ? 'POST' : 'GET'));
  const links = findLinks(page.text)
    .filter(({ href }) => WORD.test(href))
    .flatMap(({ href }) => place(href, 'GET'));
  return [...forms, ...links].filter(({ url }) => url.origin === page.url.origin);
}

/** Lists where a logout may be: by the command line, by the pages of a user, by habit. */
export function listLogoutPlaces({ settings, found, landing, granted }: Bench): readonly Place[] {
  const { logoutUrl, logoutMethod } = settings;
  const methods = logoutMethod ? [logoutMethod] : (['POST', 'GET', 'DELETE'] as const);
  if (logoutUrl) return methods.map((method) => ({ url: logoutUrl, method }));
  const offered = [granted, ...(landing ? [landing] : [])].flatMap(listOffered);
  const { pathname } = found.login.url;
  const beside = [
    pathname.replace(/log([-_]?)in/i, 'log$1out'),
    pathname.replace(/sign([-_]?)in/i, 'sign$1out'),
    pathname.replace(/[^/]*$/, 'logout'),
  ]
    .filter((path) => WORD.test(path))
    .map((path) => new URL(found.login.url.origin + path));
  const urls = [...beside, ...PATHS.map((path) => toUrl(settings, path))].filter(
    ({ href }, i, all) => all.findIndex((each) => each.href === href) === i,
  );
  const usual = urls.flatMap((url) => methods.map((method) => ({ url, method })));
  const deleted = SESSIONS.map(
    (path) => ({ url: toUrl(settings, path), method: 'DELETE' }) as const,
  );
  return [...offered, ...usual, ...deleted];
}
