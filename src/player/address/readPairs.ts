import { quote } from './quote.ts';

/** Longest hash that is read, in UTF-16 units; a longer one was not written by this page. */
export const MAX_HASH = 6000;

const MAX_NAMED = 3;

/** Decodes a percent-encoded text; `null` when it is none. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Says that the address has parts that mean nothing here; names a few of them. */
function toUnknownNotice(unknown: ReadonlySet<string>): string {
  const named = [...unknown].slice(0, MAX_NAMED).map(quote).join(', ');
  const more = unknown.size > MAX_NAMED ? ' and more' : '';
  return `The address has parts that mean nothing here: ${named}${more}.`;
}

/**
 * Splits a hash into its key=value pairs. Of a repeated key the first value counts; unknown keys
 * and what cannot be decoded are left out. Each kind of fault gives one notice.
 */
export function readPairs(hash: string, known: readonly string[]) {
  const values = new Map<string, string>();
  const notices = new Set<string>();
  const unknown = new Set<string>();
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  if (text.length > MAX_HASH) {
    notices.add('The address is too long to be read, so the page shows the start.');
    return { values, notices };
  }
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const split = pair.includes('=') ? pair.indexOf('=') : pair.length;
    const key = decode(pair.slice(0, split));
    const value = decode(pair.slice(split + 1));
    if (key === null || value === null) {
      notices.add('A part of the address is badly encoded and was left out.');
    } else if (!known.includes(key)) {
      unknown.add(key);
    } else if (values.has(key)) {
      notices.add(`The address says ${key} more than once; the first one counts.`);
    } else {
      values.set(key, value);
    }
  }
  if (unknown.size > 0) notices.add(toUnknownNotice(unknown));
  return { values, notices };
}
