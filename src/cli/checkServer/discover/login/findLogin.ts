import type { Reply } from '../../wire/exchange.ts';
import { describeExchange, isHtml, isOk, isRedirect, toLocation } from '../../wire/reply.ts';
import { openVisitor, type VisitReply } from '../../wire/visitor.ts';
import { askGuess } from '../askGuess.ts';
import type { LoginShape } from '../found.ts';
import { fetchCsrfToken } from '../guard/csrfToken.ts';
import { findLoginForm, findLoginForms, type HtmlForm } from '../htmlForms.ts';
import { type Holder, logIn } from '../login.ts';
import {
  findWall,
  isCsrfRefusal,
  isNowhere,
  isSameKind,
  isToHttps,
  listCsrfPages,
  type Survey,
} from '../survey.ts';
import { listFieldNames, listLoginPlaces } from './loginPlaces.ts';

/** A login that may have worked: only the profile tells. */
export interface LoginTry {
  readonly shape: LoginShape;
  readonly holder: Holder;
}

/** What was asked for and did not log in, for whoever has to give the option. */
export interface Attempts {
  /** A login that brought nothing, where a wrong password gets something else. */
  empty: LoginTry | null;
  /** What right and wrong passwords get alike. */
  alike: Reply | null;
  readonly refused: Reply[];
  limited: Reply | null;
}

const MAX_ATTEMPTS = 12;
const MAX_DOWN = 16;
const isText = (type: string) => ['text', 'email', 'tel', ''].includes(type);

function toFormShape(page: URL, form: HtmlForm, survey: Survey): LoginShape {
  const { inputs, action } = form;
  const { settings } = survey;
  const at = inputs.findIndex(({ type }) => type === 'password');
  const before = inputs.slice(0, at).filter(({ type, name }) => isText(type) && name !== '');
  return {
    url: URL.canParse(action, page.href) ? new URL(action, page) : page,
    as: settings.loginAs ?? 'form',
    page,
    usernameField: settings.usernameField ?? before.at(-1)?.name ?? 'username',
    passwordField: settings.passwordField ?? (inputs[at]?.name || 'password'),
    more: settings.more,
    csrfPages: survey.csrfPages,
    tokenField: settings.tokenField,
  };
}

/** Tells whether an answer sends the user back to where the login is asked for. */
function isSentBack(reply: Reply, { page, url }: LoginShape): boolean {
  const location = toLocation(reply);
  if (location) {
    const isLogin = [page?.pathname, url.pathname].includes(location.pathname);
    return (isLogin && location.pathname !== '/') || /[?&](error|fail)/i.test(location.search);
  }
  return isHtml(reply) && findLoginForm(reply.text) !== null;
}

/** Tells whether an answer may be that of a login that worked: it brought something. */
function hasBrought({ reply, tokens, visitor }: Holder, { as }: LoginShape): boolean {
  const isNew = reply.cookies.some(({ value }) => value !== '');
  const isSure = tokens.some(({ isGuess }) => !isGuess);
  // A form's session may have begun with its page.
  return isSure || isNew || (as === 'form' && visitor.jar.list().length > 0);
}

/** Tells whether two logins were answered alike, but for what is new each time. */
function isAlike(
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

/**
 * Tries the logins that a server may have, and yields those that seem to have worked. Each attempt
 * is kept in `attempts`. It ends at the first that a wrong password fares worse with: that is the login,
 * and another name of a field would be a wrong login of a real user. @throws WireError
 */
export async function* tryLogins(survey: Survey, attempts: Attempts): AsyncGenerator<LoginTry> {
  const { settings, net, say } = survey;
  const credentials = { username: settings.username, password: settings.password };
  let left = MAX_ATTEMPTS;
  let isSettled = false;
  let refusal: Holder | null = null;

  /** Asks once with a wrong password, and settles it where the answer is another. */
  async function settle({ shape, holder }: LoginTry): Promise<boolean> {
    const { username, password } = settings;
    const wrong = { username, password: `not-${password}` };
    const control = await logIn(openVisitor(net), shape, wrong);
    if (isAlike(holder, control)) {
      refusal = holder;
      attempts.alike ??= holder.reply;
      attempts.refused.push(holder.reply);
    } else isSettled = true;
    return isSettled;
  }

  async function attempt(shape: LoginShape): Promise<LoginTry | 'nowhere' | null> {
    if (attempts.limited || left-- <= 0) return null;
    const holder = await logIn(openVisitor(net), shape, credentials);
    const { reply } = holder;
    if (isNowhere(survey, reply)) {
      // It took no attempt of anybody's.
      left += 1;
      net.count.attempts -= 1;
      return 'nowhere';
    }
    say(`${describeExchange(reply)} (${shape.as}, ${shape.usernameField})`);
    if (refusal && isAlike(holder, refusal)) {
      attempts.refused.push(reply);
      return null;
    }
    const isIn = (isOk(reply) || isRedirect(reply)) && !isSentBack(reply, shape);
    if (isIn && !isToHttps(reply) && hasBrought(holder, shape)) return { shape, holder };
    if ((isIn || isToHttps(reply)) && !('X-Forwarded-Proto' in net.headers)) {
      const before = net.headers;
      net.headers = { ...before, 'X-Forwarded-Proto': 'https' };
      const again = await logIn(openVisitor(net), shape, credentials);
      if (hasBrought(again, shape) && !isSentBack(again.reply, shape)) {
        return { shape, holder: again };
      }
      net.headers = before;
    }
    if (isCsrfRefusal(reply) && shape.csrfPages.length === 0) {
      const found = await fetchCsrfToken(openVisitor(net), listCsrfPages(settings));
      const guarded = found && (await attempt({ ...shape, csrfPages: [found.page] }));
      if (guarded) return guarded;
      // No other name of a field gets past a guard.
      if (/csrf|xsrf/i.test(reply.text)) left = 0;
    }
    const made = { shape, holder };
    // An ID that only looks like one is worth a try, after all else.
    if (isIn && holder.tokens.length > 0) return made;
    if (isIn) {
      if (await settle(made)) attempts.empty = made;
    } else if (reply.status === 429) attempts.limited = reply;
    else attempts.refused.push(reply);
    return null;
  }

  /** Lists what to try at a place: its forms, or the usual names of fields. */
  async function listShapes(url: URL): Promise<LoginShape[]> {
    const page = await openVisitor(net).send('GET', url);
    const isPage = isHtml(page) && settings.loginAs !== 'json';
    const forms = isPage ? findLoginForms(page.text) : [];
    if (forms.length > 0) return forms.map((form) => toFormShape(page.url, form, survey));
    const names = listFieldNames(settings);
    const ways = settings.loginAs ? [settings.loginAs] : (['json', 'form'] as const);
    // Two names in both forms come first, because a parser that is not there is likelier than a rare name.
    const usual = ways.flatMap((as) => names.slice(0, 2).map((fields) => ({ as, ...fields })));
    const rare = names.slice(2).map((fields) => ({ as: ways[0] ?? 'json', ...fields }));
    const { csrfPages } = survey;
    const { more, tokenField } = settings;
    return [...usual, ...rare].map((each) => ({
      ...{ url, page: null, more, csrfPages, tokenField },
      ...each,
    }));
  }

  const places = listLoginPlaces(survey);
  // What fails for every path is not better at the rarer ones.
  const isDown = (findWall(survey)?.status ?? 0) >= 500;
  for (const url of isDown ? places.slice(0, MAX_DOWN) : places) {
    const shapes = (await askGuess(net, settings.loginUrl === null, () => listShapes(url))) ?? [];
    for (const shape of shapes) {
      const isGuess = settings.loginUrl === null;
      const found = (await askGuess(net, isGuess, () => attempt(shape))) ?? null;
      if (found === 'nowhere' && !shape.page) break;
      if (found && found !== 'nowhere') {
        yield found;
        if (!isSettled) await settle(found);
      }
      if (isSettled) return;
    }
  }
}
