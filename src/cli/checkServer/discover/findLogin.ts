import type { Reply } from '../wire/exchange.ts';
import { describeExchange, isHtml, isOk, isRedirect, toLocation } from '../wire/reply.ts';
import { openVisitor } from '../wire/visitor.ts';
import { fetchCsrfToken } from './csrfToken.ts';
import type { LoginShape } from './found.ts';
import { findLoginForm, type HtmlForm } from './htmlForms.ts';
import { type Holder, logIn } from './login.ts';
import { listFieldNames, listLoginPlaces } from './loginPlaces.ts';
import { isCsrfRefusal, isNowhere, isToHttps, listCsrfPages, type Survey } from './survey.ts';

/** A login that may have worked: only the profile tells. */
export interface LoginTry {
  readonly shape: LoginShape;
  readonly holder: Holder;
}

/** What was asked for and did not log in, for whoever has to give the option. */
export interface Attempts {
  /** A 2xx that brought nothing: its shape is kept, because that may be the fault itself. */
  empty: LoginTry | null;
  readonly refused: Reply[];
  limited: Reply | null;
}

const MAX_ATTEMPTS = 12;
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
  // A form's session may have begun with its page.
  return tokens.length > 0 || isNew || (as === 'form' && visitor.jar.list().length > 0);
}

/**
 * Tries the logins that a server may have, and yields those that seem to have worked. Each attempt
 * is kept in `attempts`. @throws WireError
 */
export async function* tryLogins(survey: Survey, attempts: Attempts): AsyncGenerator<LoginTry> {
  const { settings, net, say } = survey;
  const credentials = { username: settings.username, password: settings.password };
  let left = MAX_ATTEMPTS;

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
    if (isIn) attempts.empty ??= { shape, holder };
    else if (reply.status === 429) attempts.limited = reply;
    else attempts.refused.push(reply);
    return null;
  }

  for (const url of listLoginPlaces(survey)) {
    const page = await openVisitor(net).send('GET', url);
    const form = isHtml(page) && settings.loginAs !== 'json' ? findLoginForm(page.text) : null;
    if (form) {
      const found = await attempt(toFormShape(page.url, form, survey));
      if (found && found !== 'nowhere') yield found;
      continue;
    }
    const names = listFieldNames(settings);
    const ways = settings.loginAs ? [settings.loginAs] : (['json', 'form'] as const);
    // Two names in both forms come first, because a parser that is not there is likelier than a rare name.
    const usual = ways.flatMap((as) => names.slice(0, 2).map((fields) => ({ as, ...fields })));
    const rare = names.slice(2).map((fields) => ({ as: ways[0] ?? 'json', ...fields }));
    for (const each of [...usual, ...rare]) {
      const { csrfPages } = survey;
      const shape = { url, page: null, more: settings.more, csrfPages, ...each };
      const found = await attempt(shape);
      if (found === 'nowhere') break;
      if (found) yield found;
    }
  }
}
