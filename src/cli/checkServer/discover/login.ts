import { listTokens } from '../credential/tokens.ts';
import { isObject, isRedirect } from '../wire/reply.ts';
import type { Body, Visitor, VisitReply } from '../wire/visitor.ts';
import { follow, toForm, toJson } from '../wire/visitor.ts';
import type { LoginShape } from './found.ts';
import type { CsrfToken } from './guard/csrfToken.ts';
import { fetchCsrfToken, findCsrfToken, toCsrfField, toCsrfHeaders } from './guard/csrfToken.ts';
import type { Holder } from './holder.ts';
import { findLoginForms, type HtmlForm } from './htmlForms.ts';
import { isSentBack } from './login/loginAnswer.ts';

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
  { page, csrfPages, as, url }: Pick<LoginShape, 'page' | 'csrfPages' | 'as'> & { url?: URL },
): Promise<Extras> {
  if (page) {
    const reply = await visitor.send('GET', page);
    const forms = findLoginForms(reply.text);
    const leadsHere = ({ action }: HtmlForm) =>
      URL.canParse(action, page.href) && new URL(action, page).href === url?.href;
    const form = forms.find(leadsHere) ?? forms[0];
    const hidden = (form?.inputs ?? [])
      .filter(({ type, name }) => type === 'hidden' && name !== '')
      .map(({ name, value }) => [name, value] as const);
    const { headers, fields } = toExtras(findCsrfToken(reply, visitor.jar, url), as === 'form');
    if (hidden.length > 0 || Object.keys(headers).length > 0) {
      return { headers, fields: { ...fields, ...Object.fromEntries(hidden) } };
    }
  }
  const csrf = await fetchCsrfToken(visitor, csrfPages, url);
  return toExtras(csrf?.token ?? null, as === 'form');
}

/** Posts any body as a login. @throws WireError */
export async function postLogin(
  visitor: Visitor,
  shape: LoginShape,
  toBody: (fields: Extras['fields']) => Body | undefined,
): Promise<VisitReply> {
  const { headers, fields } = await fetchExtras(visitor, shape);
  visitor.net.count.attempts += 1;
  const from = shape.page && { Referer: shape.page.href };
  return visitor.send('POST', shape.url, {
    headers: { ...headers, ...from },
    body: toBody(fields),
  });
}

/** Puts a value where a name with dots leads. */
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
    const start: Readonly<Record<string, unknown>> = { ...fields, ...more };
    return toJson(
      given.reduce((body, [name, value]) => setMember(body, name.split('.'), value), start),
    );
  }
  const texts = given.map(([name, value]) => [name, String(value)] as const);
  return toForm({ ...fields, ...more, ...Object.fromEntries(texts) });
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
  const first = await postLogin(visitor, shape, (fields) =>
    toLoginBody(shape, credentials, fields),
  );
  const { reply, landing } = await followLogin(visitor, shape, first);
  return { visitor, reply, tokens: listTokens(reply, shape.tokenField), token: null, landing };
}
