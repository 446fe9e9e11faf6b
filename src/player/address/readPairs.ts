import { ADDRESS_NOTICES } from '../../lesson/texts/notices/address.ts';
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
    notices.add(ADDRESS_NOTICES.tooLong);
    return { values, notices };
  }
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const split = pair.includes('=') ? pair.indexOf('=') : pair.length;
    const key = decode(pair.slice(0, split));
    const value = decode(pair.slice(split + 1));
    if (key === null || value === null) {
      notices.add(ADDRESS_NOTICES.badEncoding);
    } else if (!known.includes(key)) {
      unknown.add(key);
    } else if (values.has(key)) {
      notices.add(ADDRESS_NOTICES.sayTwice(key));
    } else {
      values.set(key, value);
    }
  }
  const named = [...unknown].slice(0, MAX_NAMED).map(quote);
  if (unknown.size > 0) notices.add(ADDRESS_NOTICES.sayUnknown(named, unknown.size > MAX_NAMED));
  return { values, notices };
}
