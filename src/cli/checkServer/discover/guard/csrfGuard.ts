import type { CheckSettings } from '../../settings.ts';
import { toUrl } from '../../settings.ts';
import type { Reply } from '../../wire/exchange.ts';
import { readText, toLocation } from '../../wire/reply.ts';

const WORDS = /csrf|xsrf|authenticity.?token|anti-?forgery|page expired/i;

const PATHS = [
  ...['/csrf-token', '/api/csrf-token', '/csrf', '/api/csrf', '/auth/csrf', '/auth/csrf-token'],
  ...['/api/auth/csrf', '/csrfToken', '/api/csrfToken', '/xsrf-token', '/get-csrf-token'],
  '/sanctum/csrf-cookie',
];

/** Tells whether a refusal speaks of a guard against cross-site requests. */
export function saysCsrf(reply: Reply): boolean {
  const location = toLocation(reply);
  // NextAuth sends the browser back to its form: /api/auth/signin?csrf=true.
  if (location) return /[?&]csrf\b/i.test(location.search);
  return reply.status >= 400 && reply.status < 500 && WORDS.test(readText(reply));
}

/** Tells whether a refusal may be that of a guard: many say no more than 403, and Laravel 419. */
export const isCsrfRefusal = (reply: Reply): boolean =>
  saysCsrf(reply) || reply.status === 403 || reply.status === 419;

/** Returns the pages that may bring a CSRF token: those that the command line names, or all. */
export function listCsrfPages(settings: CheckSettings, beside: URL | null = null): readonly URL[] {
  if (settings.csrfUrl) return [settings.csrfUrl];
  const login = settings.loginUrl ?? beside;
  const toFolder = (path: string) => path.replace(/[^/]*\/?$/, '');
  const folder = toFolder(login?.pathname ?? '/');
  const isNear = ({ pathname }: URL) =>
    pathname.lastIndexOf('/') > 0 && folder.startsWith(toFolder(pathname));
  const pages = PATHS.map((path) => toUrl(settings, path));
  const usual = ['/login', '/'].map((path) => toUrl(settings, path));
  const near = pages.filter(isNear);
  const all = [...(settings.loginUrl ? [settings.loginUrl] : []), ...near, ...usual, ...pages];
  return all.filter(({ href }, i) => all.findIndex((each) => each.href === href) === i);
}
