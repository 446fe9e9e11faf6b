import { isHtml, isOk, isRedirect, toLocation } from '../../wire/reply.ts';
import type { VisitReply } from '../../wire/visitor.ts';
import type { LoginShape } from '../found.ts';
import { saysCsrf } from '../guard/csrfGuard.ts';
import type { Holder } from '../holder.ts';
import { findLoginForm } from '../htmlForms.ts';
import { isSameKind } from '../survey.ts';

/** Tells whether an address is that of a page, with more in its query or not: `?page=home` is not `?page=login`. */
const isSamePage = (page: URL, { pathname, searchParams }: URL): boolean =>
  page.pathname === pathname &&
  [...page.searchParams].every(([name, value]) => searchParams.getAll(name).includes(value));

/** Tells whether an answer sends the user back to where the login is asked for. */
export function isSentBack(reply: VisitReply, { page, url }: LoginShape): boolean {
  const location = toLocation(reply);
  if (location) {
    const isLogin = [url, ...(page ? [page] : [])].some((each) => isSamePage(each, location));
    const isStart = /^\/(?:index\.\w+)?$/.test(location.pathname) && location.search === '';
    return (isLogin && !isStart) || /[?&](error|fail)/i.test(location.search);
  }
  return isHtml(reply) && findLoginForm(reply.text) !== null;
}

/** Tells whether an answer lets the user go on. */
export const isLetIn = (reply: VisitReply, shape: LoginShape): boolean =>
  (isOk(reply) || isRedirect(reply)) && !isSentBack(reply, shape) && !saysCsrf(reply);

/** Tells whether an answer may be that of a login that worked: it brought something. */
export function hasBrought({ reply, tokens, visitor }: Holder, { as }: LoginShape): boolean {
  const isNew = reply.cookies.some(({ value }) => value !== '');
  const isSure = tokens.some(({ isGuess }) => !isGuess);
  // A form's session may have begun with its page.
  return isSure || isNew || (as !== 'json' && visitor.jar.list().length > 0);
}

/** Tells whether two logins were answered alike, but for what is new each time. */
export function isAlike(
  { reply: one, tokens }: Holder,
  { reply: other, tokens: others }: Holder,
): boolean {
  const toSet = ({ cookies }: VisitReply) =>
    cookies
      .filter(({ value }) => value !== '')
      .map(({ name }) => name)
      .join();
  return (
    isSameKind(one, other) &&
    tokens.length === others.length &&
    toSet(one) === toSet(other) &&
    one.headers.get('location') === other.headers.get('location')
  );
}
