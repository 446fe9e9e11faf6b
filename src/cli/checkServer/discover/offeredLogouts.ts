import type { Reply } from '../wire/exchange.ts';
import type { Jar } from '../wire/jar.ts';
import type { LogoutShape } from './found.ts';
import { findCsrfToken, toCsrfField, toCsrfHeaders } from './guard/csrfToken.ts';
import { findForms, findLinks, type HtmlForm, toOwnFields } from './htmlForms.ts';
import { saysLogout } from './words.ts';

/** A logout that stands on a page, with what a browser sends along. */
export interface OfferedLogout {
  readonly url: URL;
  readonly method: LogoutShape['method'];
  readonly fields: Readonly<Record<string, string>>;
  /** Whether a script of the page makes a form of it, as of links in pages of Rails and Yii. */
  readonly isScripted: boolean;
}

/** A longer text speaks of a logout, and is not named by it. */
const LABEL = 25;

/** Tells whether an address says that it is a logout. */
export const isNamedLogout = ({ pathname, search }: URL): boolean => saysLogout(pathname + search);

/** Reads the method of a form: one that browsers do not know stands in a hidden field of Rails and Laravel. */
function readMethod({ method, inputs }: HtmlForm): LogoutShape['method'] {
  const hidden = inputs.find(({ name }) => name === '_method')?.value ?? '';
  if (method !== 'POST') return 'GET';
  return /^delete$/i.test(hidden) ? 'DELETE' : 'POST';
}

/** Returns the address of a form that is sent by GET, with its fields. */
function withQuery(url: URL, fields: OfferedLogout['fields']): URL {
  const asked = new URL(url);
  asked.search = new URLSearchParams(fields).toString();
  return asked;
}

/** Finds the logouts that a page offers, forms first. */
export function listOffered({ text, url }: Reply): OfferedLogout[] {
  const toUrls = (action: string) =>
    URL.canParse(action, url.href) ? [new URL(action, url.href)] : [];
  const says = ({ action, text: inside, inputs }: HtmlForm) =>
    saysLogout(
      [action, inside, ...inputs.map(({ type, value }) => (type === 'submit' ? value : ''))].join(
        ' ',
      ),
    );
  const forms = findForms(text)
    .filter(says)
    .flatMap((form) =>
      toUrls(form.action).map((to) => {
        const [method, fields] = [readMethod(form), toOwnFields(form, saysLogout)];
        return method === 'GET'
          ? { url: withQuery(to, fields), method, fields: {}, isScripted: false }
          : { url: to, method, fields, isScripted: false };
      }),
    );
  const links = findLinks(text)
    .filter(({ href, text: said }) => {
      const isNamed = said.length < LABEL && !href.includes('?') && saysLogout(said);
      return saysLogout(href) || isNamed;
    })
    .flatMap(({ href, method }) =>
      toUrls(href).map((to) => ({ url: to, method, fields: {}, isScripted: method !== 'GET' })),
    );
  return [...forms, ...links].filter(({ url: { origin } }) => origin === url.origin);
}

/**
 * Returns an address with those parameters alone that say that it is a logout: others may be good for
 * one login only, as the keys of Moodle and WordPress.
 */
export function toLasting(url: URL): URL {
  const lasting = new URL(url);
  for (const [name, value] of url.searchParams) {
    if (!saysLogout(`${name}=${value}`)) lasting.searchParams.delete(name);
  }
  return lasting;
}

/** Tells whether a page's logout is the one that is meant. */
export function isOffer(
  { url, method }: OfferedLogout,
  meant: Pick<LogoutShape, 'url' | 'method'>,
) {
  const { searchParams } = toLasting(meant.url);
  return (
    url.pathname === meant.url.pathname &&
    method === meant.method &&
    [...searchParams].every(([name, value]) => url.searchParams.getAll(name).includes(value))
  );
}

/** Reads a logout anew from its page, for the login that it is to end; `null` where it is not there. */
export function readOffer(page: Reply, jar: Jar, meant: Pick<LogoutShape, 'url' | 'method'>) {
  const offer = listOffered(page).find((each) => isOffer(each, meant));
  if (!offer) return null;
  const { url, fields, isScripted } = offer;
  const token = offer.method === 'GET' ? null : findCsrfToken(page, jar, url);
  return {
    url,
    headers: token ? toCsrfHeaders(token) : {},
    fields: { ...(token && isScripted && toCsrfField(token)), ...fields },
  };
}
