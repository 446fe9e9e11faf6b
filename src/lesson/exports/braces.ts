import type { Template } from './plan.ts';

/** Strings of a JSON text. @see RFC 8259 section 7 */
const JSON_STRING = /"(?:[^"\\]|\\.)*"/g;

/** Stands for the ends of a variable's name: in JSON it is always written as an escape. */
const MARK = '\u0000';
const MARKED = new RegExp(`${MARK}(\\w+)${MARK}`, 'g');

/**
 * Writes a text so that no client finds a variable or code in it, which stand in double braces:
 * httpyac runs what is in them as JavaScript.
 */
export const escapeBraces = (text: string): string => text.replace(/[{}]/g, encodeURIComponent);

/** In a string of JSON a brace is written as an escape, which is the same text to whoever reads it. */
const escapeJson = (json: string): string =>
  json.replace(JSON_STRING, (string) =>
    string.replace(/[{}]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`),
  );

/**
 * Writes a template for clients that put a variable in where its name stands in double braces. All
 * other text is sent as it is in the run; braces in it are no variable's.
 */
export function toBraces(template: Template): string {
  const marked = template
    .map((part) => (typeof part === 'string' ? part : `${MARK}${part.variable}${MARK}`))
    .join('');
  const escaped = marked.startsWith('{') ? escapeJson(marked) : escapeBraces(marked);
  return escaped.replace(MARKED, '{{$1}}');
}
