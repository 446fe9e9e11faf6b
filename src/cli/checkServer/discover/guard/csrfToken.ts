import type { Reply } from '../../wire/exchange.ts';
import { listTags } from '../../wire/html.ts';
import type { Jar } from '../../wire/jar.ts';
import { isHtml, listLeaves, parseBody } from '../../wire/reply.ts';
import type { Visitor } from '../../wire/visitor.ts';
import { askGuess } from '../askGuess.ts';
import { findForms, readAttributes } from '../htmlForms.ts';

/** A token against cross-site requests, and where it was. */
export interface CsrfToken {
  readonly value: string;
  readonly from: 'a hidden field' | 'a meta element' | 'the answer' | 'a cookie';
  readonly name: string;
  /** The field of a form that brings it back. */
  readonly field: string;
}

const NAME = /csrf|xsrf|authenticity_?token|RequestVerificationToken|^_token$/i;
/** What names the field, as Rails, Yii and Spring do: its content is no token. */
const PARAM = /csrf[-_]?param(?:eter)?$/i;
/** What names the header, as Spring does. */
const HEADER = /csrf[-_]?header$/i;
const USUAL_FIELD = '_csrf';

const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function findInMeta(html: string): CsrfToken | null {
  const metas = [...listTags(html)]
    .filter(({ name }) => name === 'meta')
    .map(({ rest }) => readAttributes(rest))
    .map((attributes) => ({
      name: attributes.get('name') ?? '',
      value: attributes.get('content') ?? '',
    }))
    .filter(({ name, value }) => NAME.test(name) && value !== '');
  const field = metas.find(({ name }) => PARAM.test(name))?.value ?? USUAL_FIELD;
  const token = metas.find(({ name }) => !PARAM.test(name) && !HEADER.test(name));
  return token ? { ...token, from: 'a meta element', field } : null;
}

/** Finds the token of a page: Rails makes one for each form, and the one in its head is good for all. */
function findInPage({ text, url }: Reply, target: URL | null): CsrfToken | null {
  const fields = findForms(text).flatMap(({ action, inputs }) =>
    inputs
      .filter(({ name, value }) => NAME.test(name) && value !== '')
      .map(({ name, value }) => ({ action, name, value })),
  );
  const leadsThere = ({ action }: { action: string }) =>
    URL.canParse(action, url.href) && new URL(action, url).href === target?.href;
  const toToken = ({ name, value }: Pick<CsrfToken, 'name' | 'value'>): CsrfToken => ({
    name,
    value,
    from: 'a hidden field',
    field: name,
  });
  const own = fields.find(leadsThere);
  if (own) return toToken(own);
  const [first] = fields;
  return findInMeta(text) ?? (first ? toToken(first) : null);
}

/** Finds the CSRF token that an answer brought for what is sent to `target`, or that lies in the jar. */
export function findCsrfToken(reply: Reply, jar: Jar, target: URL | null = null): CsrfToken | null {
  const inPage = isHtml(reply) ? findInPage(reply, target) : null;
  if (inPage) return inPage;
  const isAsked = NAME.test(reply.url.pathname);
  for (const { path, value } of listLeaves(parseBody(reply))) {
    const name = path.at(-1) ?? '';
    const isNamed = NAME.test(name) || (isAsked && /token/i.test(name));
    if (isNamed && typeof value === 'string' && value !== '') {
      return { value, from: 'the answer', name: path.join('.'), field: USUAL_FIELD };
    }
  }
  // One that a script cannot read is the other half of a pair.
  const cookie = jar.list().find(({ name, httpOnly }) => NAME.test(name) && !httpOnly);
  if (!cookie) return null;
  const { name, value } = cookie;
  return { value: decode(value), from: 'a cookie', name, field: USUAL_FIELD };
}

/** Asks the pages one after the other until one of them brings a token. */
export async function fetchCsrfToken(
  visitor: Visitor,
  pages: readonly URL[],
  target: URL | null = null,
): Promise<{ readonly token: CsrfToken; readonly page: URL } | null> {
  for (const page of pages) {
    const isGuess = pages.length > 1;
    const reply = await askGuess(visitor.net, isGuess, () => visitor.send('GET', page));
    const token = reply && findCsrfToken(reply, visitor.jar, target);
    if (token) return { token, page };
  }
  return null;
}

/** Returns the headers in which servers look for a token. */
export const toCsrfHeaders = ({ value }: CsrfToken) => ({
  'X-CSRF-Token': value,
  'X-XSRF-TOKEN': value,
  'X-CSRFToken': value,
  RequestVerificationToken: value,
});

/** Returns the field of a form that holds a token. */
export const toCsrfField = ({ from, name, field, value }: CsrfToken) => ({
  ...(from === 'the answer' && { [name.split('.').at(-1) ?? name]: value }),
  [field]: value,
});
