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
}

const NAME = /csrf|xsrf|authenticity_?token|RequestVerificationToken|^_token$/i;

const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function findInPage(html: string): CsrfToken | null {
  const field = findForms(html)
    .flatMap(({ inputs }) => inputs)
    .find(({ name, value }) => NAME.test(name) && value !== '');
  if (field) return { value: field.value, from: 'a hidden field', name: field.name };
  for (const tag of listTags(html)) {
    if (tag.name !== 'meta') continue;
    const attributes = readAttributes(tag.rest);
    const name = attributes.get('name') ?? '';
    const value = attributes.get('content') ?? '';
    if (NAME.test(name) && value !== '') return { value, from: 'a meta element', name };
  }
  return null;
}

/** Finds the CSRF token that an answer brought, or that lies in the jar beside it. */
export function findCsrfToken(reply: Reply, jar: Jar): CsrfToken | null {
  const inPage = isHtml(reply) ? findInPage(reply.text) : null;
  if (inPage) return inPage;
  const isAsked = NAME.test(reply.url.pathname);
  for (const { path, value } of listLeaves(parseBody(reply))) {
    const name = path.at(-1) ?? '';
    const isNamed = NAME.test(name) || (isAsked && /token/i.test(name));
    if (isNamed && typeof value === 'string' && value !== '') {
      return { value, from: 'the answer', name: path.join('.') };
    }
  }
  // One that a script cannot read is the other half of a pair.
  const cookie = jar.list().find(({ name, httpOnly }) => NAME.test(name) && !httpOnly);
  return cookie ? { value: decode(cookie.value), from: 'a cookie', name: cookie.name } : null;
}

/** Asks the pages one after the other until one of them brings a token. */
export async function fetchCsrfToken(
  visitor: Visitor,
  pages: readonly URL[],
): Promise<{ readonly token: CsrfToken; readonly page: URL } | null> {
  for (const page of pages) {
    const isGuess = pages.length > 1;
    const reply = await askGuess(visitor.net, isGuess, () => visitor.send('GET', page));
    const token = reply && findCsrfToken(reply, visitor.jar);
    if (token) return { token, page };
  }
  return null;
}

/** Returns the headers in which servers look for a token. */
export const toCsrfHeaders = ({ value }: CsrfToken) => ({
  'X-CSRF-Token': value,
  'X-XSRF-TOKEN': value,
});

/** Returns the field of a form that holds a token. */
export const toCsrfField = ({ from, name, value }: CsrfToken) => ({
  ...(from === 'the answer' && { [name.split('.').at(-1) ?? name]: value }),
  [from === 'a hidden field' ? name : '_csrf']: value,
});
