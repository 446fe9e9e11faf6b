import { listTokens } from '../credential/tokens.ts';
import { isObject, isRedirect } from '../wire/reply.ts';
import type { Body, Visitor, VisitReply } from '../wire/visitor.ts';
import { follow, JSON_API, toForm, toJson, toMultipart } from '../wire/visitor.ts';
import { IN_JSON_API, type LoginShape } from './found.ts';
import type { CsrfToken } from './guard/csrfToken.ts';
import { fetchCsrfToken, findCsrfToken, toCsrfField, toCsrfHeaders } from './guard/csrfToken.ts';
import type { Holder } from './holder.ts';
import { findLoginForms, type HtmlForm, toOwnFields } from './htmlForms.ts';
import { isSentBack } from './login/loginAnswer.ts';
import { passNamePage } from './login/twoPages.ts';
import { saysLogin } from './words.ts';

/** What is sent as name and password; an attack sends what is no text. */
export interface Credentials {
  readonly username: unknown;
  readonly password: unknown;
}

/** What a login needs besides name and password. */
interface Extras {
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

const toExtras = (token: CsrfToken | null, isForm: boolean): Extras => ({
  headers: token ? toCsrfHeaders(token) : {},
  fields: token && isForm ? toCsrfField(token) : {},
});

/** Fetches the hidden fields and the CSRF token that a login, or another request, needs. */
export async function fetchExtras(
  visitor: Visitor,
  {
    page,
    step = null,
    csrfPages,
    as,
    url,
  }: Pick<LoginShape, 'page' | 'csrfPages' | 'as'> & { url?: URL; step?: LoginShape['step'] },
): Promise<Extras> {
  const isForm = as !== 'json';
  if (page) {
    const reply = step
      ? await passNamePage(visitor, page, step, step.username)
      : await visitor.send('GET', page);
    const forms = findLoginForms(reply.text);
    const leadsHere = ({ action }: HtmlForm) =>
      URL.canParse(action, reply.url.href) && new URL(action, reply.url).href === url?.href;
    const form = forms.find(leadsHere) ?? forms[0];
    const own = form ? toOwnFields(form, saysLogin) : {};
    const { headers, fields } = toExtras(findCsrfToken(reply, visitor.jar, url), isForm);
    if (Object.keys(own).length > 0 || Object.keys(headers).length > 0) {
      return { headers, fields: { ...fields, ...own } };
    }
  }
  const csrf = await fetchCsrfToken(visitor, csrfPages, url);
  return toExtras(csrf?.token ?? null, isForm);
}

/** What a browser asks for with a form. */
const PAGE = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

/** Posts any body as a login. @throws WireError */
export async function postLogin(
  visitor: Visitor,
  shape: LoginShape,
  toBody: (fields: Extras['fields']) => Body | undefined,
): Promise<VisitReply> {
  const { headers, fields } = await fetchExtras(visitor, shape);
  visitor.net.count.attempts += 1;
  // A browser asks for a page with its form, and some frameworks answer a script otherwise.
  const from = shape.page && { Referer: shape.page.href, Accept: PAGE };
  return visitor.send('POST', shape.url, {
    headers: { ...headers, ...from },
    body: toBody(fields),
  });
}

/** Reads a name as JSON nests it: `user.email`, or `user[email]` as a form writes it. */
const toPath = (name: string): readonly string[] =>
  name.replace(/\[([^[\]]+)\]/g, '.$1').split('.');

/** Puts a value where a name leads. */
function setMember(
  object: Readonly<Record<string, unknown>>,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): Readonly<Record<string, unknown>> {
  const inner = object[name];
  return {
    ...object,
    [name]: rest.length === 0 ? value : setMember(isObject(inner) ? inner : {}, rest, value),
  };
}

/** Writes name and password, or what there is of them, as the login wants it. */
export function toLoginBody(
  { as, usernameField, passwordField, more }: LoginShape,
  credentials: Partial<Credentials>,
  fields: Extras['fields'] = {},
): Body {
  const given = [
    ...('username' in credentials ? [[usernameField, credentials.username] as const] : []),
    ...('password' in credentials ? [[passwordField, credentials.password] as const] : []),
  ];
  if (as === 'json') {
    const members = [...Object.entries({ ...fields, ...more }), ...given];
    const start: Readonly<Record<string, unknown>> = {};
    const whole = members.reduce(
      (body, [name, value]) => setMember(body, toPath(name), value),
      start,
    );
    return toJson(whole, IN_JSON_API.test(usernameField) ? JSON_API : undefined);
  }
  const texts = Object.fromEntries(given.map(([name, value]) => [name, String(value)] as const));
  const write = as === 'multipart' ? toMultipart : toForm;
  return write({ ...fields, ...more, ...texts });
}

/**
 * Follows a login that brought nothing to where a browser ends up: a ticket in the address may fetch the
 * cookie. What was set by the way counts as the login's own.
 */
async function followLogin(visitor: Visitor, shape: LoginShape, reply: VisitReply) {
  // One that is dead on arrival is brought all the same.
  const isWithout =
    reply.cookies.every(({ value }) => value === '') && listTokens(reply).length === 0;
  if (!isRedirect(reply) || !isWithout || isSentBack(reply, shape)) return { reply, landing: null };
  const set: VisitReply[] = [];
  const landing = await follow(visitor, reply, (hop) => set.push(hop));
  const cookies = set.flatMap((hop) => hop.cookies);
  const setCookies = set.flatMap((hop) => hop.setCookies);
  const whole = {
    ...reply,
    cookies: [...reply.cookies, ...cookies],
    setCookies: [...reply.setCookies, ...setCookies],
  };
  return { reply: whole, landing };
}

/** Logs in, whatever comes of it. @throws WireError */
export async function logIn(
  visitor: Visitor,
  shape: LoginShape,
  credentials: Credentials,
): Promise<Holder> {
  const { step } = shape;
  const named = step && { ...step, username: String(credentials.username) };
  const first = await postLogin(visitor, { ...shape, step: named }, (fields) =>
    toLoginBody(shape, credentials, fields),
  );
  const { reply, landing } = await followLogin(visitor, shape, first);
  return { visitor, reply, tokens: listTokens(reply, shape.tokenField), token: null, landing };
}
