import { STATUS_CODES } from 'node:http';
import { toPrintable } from '../report/printable.ts';
import type { Reply } from './exchange.ts';
import { toText } from './html.ts';

export const isOk = ({ status }: Reply) => status >= 200 && status < 300;
export const isRedirect = ({ status }: Reply) => status >= 300 && status < 400;
export const isHtml = ({ headers, text }: Reply) =>
  /\bhtml\b/i.test(headers.get('content-type') ?? '') || /^\s*<(!doctype|html)\b/i.test(text);

/** Returns where a redirect leads; `null` for what is none, or leads to no address. */
export function toLocation({ status, headers, url }: Reply): URL | null {
  const location = headers.get('location');
  if (status < 300 || status >= 400 || location === undefined) return null;
  return URL.canParse(location, url.href) ? new URL(location, url) : null;
}

/** Returns what an answer says: of a page what it shows. */
export const readText = (reply: Reply): string => (isHtml(reply) ? toText(reply.text) : reply.text);

const MAX_QUERY = 100;
/** Letters that are written from right to left: among others they would turn the rest of a line. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** First strong isolate, and its end. @see Unicode Standard Annex 9 */
const isolate = (text: string) =>
  FROM_RIGHT.test(text) ? `\u2068${text.replace(/[\u2068\u2069]/g, '\uFFFD')}\u2069` : text;

/** So much of an answer is looked at to say what it is. */
const SHOWN = 20_000;
const asItIs = (text: string) => text;

/** Returns the title of a page; '' where there is none. */
export const readTitle = (reply: Reply): string =>
  (isHtml(reply) && /<title[^<>]*>([^<]{1,80})/i.exec(reply.text)?.[1]?.trim()) || '';

/** Says what a reply is, in a few words. */
export function describeReply(reply: Reply): string {
  const { status, headers, isCut, hide = asItIs } = reply;
  const text = hide(reply.text.slice(0, SHOWN));
  const line = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  if (isRedirect(reply)) return `${line} to ${hide(headers.get('location') ?? 'nowhere')}`;
  if (isCut) return `${line} with a body of more than 1 MiB`;
  if (text === '') return `${line} without a body`;
  const title = readTitle({ ...reply, text });
  const isErrorPage = title && status >= 400;
  if (title && !isErrorPage) return `${line}, an HTML page “${isolate(title)}”`;
  // The style of a page is no word of it.
  const shown = isHtml(reply) ? toText(text) || title || '' : text;
  if (shown === '') return `${line} without a text`;
  return `${line} with ${isolate(toPrintable(shown, 400))}`;
}

/** Names a page, with its query: one script may make all pages of a server. */
export const describePlace = ({ pathname, search }: URL, hide = asItIs) =>
  hide(pathname + search.slice(0, MAX_QUERY));

/** Says what was asked and what came. */
export const describeExchange = (reply: Reply) =>
  `${reply.method} ${describePlace(reply.url, reply.hide)}: ${describeReply(reply)}`;

/** Reads the body as JSON; `undefined` when it is none. */
export function parseBody({ text, isCut }: Reply): unknown {
  if (isCut) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A value in a JSON body, with the names that lead to it. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Lists what a JSON body holds, at any depth that is not absurd. */
export function listLeaves(value: unknown, path: readonly string[] = []): Leaf[] {
  if (!isObject(value) || path.length > 8) return [{ path, value }];
  return Object.entries(value).flatMap(([name, inner]) => listLeaves(inner, [...path, name]));
}
