import { isOpaque } from './looks.ts';
import { MAX_LOOKED_AT, type Mask } from './mask.ts';
import { decodePercent, isHarmlessName, isSecretName } from './names.ts';

/** Most fields of a form or query that are shown. */
const MAX_PAIRS = 300;
/** A word of a path after which something stands that is good for one use. */
const USED_ONCE =
  /reset|verif|confirm|activat|invit|magic|token|unsubscribe|session|ticket|password|recover|otp|code|key/i;
const BOOLEAN = /^(true|false|on|off|null|\d{1,3})$/;

/** Cuts a pair at its first equals sign; the value is `null` where there is none. */
export const splitPair = (pair: string): readonly [name: string, value: string | null] => {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, null] : [pair.slice(0, at), pair.slice(at + 1)];
};

/** Hides a name that looks like a secret itself. */
export const maskName = (name: string, mask: Mask): string =>
  isOpaque(decodePercent(name)) ? mask.hide(name) : mask.hideIn(name);

/** Hides a value unless its name is known to be harmless, and nothing in it looks like a secret. */
export function maskValue(name: string, value: string, mask: Mask): string {
  if (isHarmlessName(name)) return maskText(value, mask);
  if (isSecretName(name)) return mask.hide(value);
  if (BOOLEAN.test(value)) return value;
  return isOpaque(decodePercent(value)) ? mask.hide(value) : mask.cover(value);
}

/** Hides in a text that may be shown what looks like a secret, also where it is an address. */
export function maskText(text: string, mask: Mask): string {
  const plain = text.length > MAX_LOOKED_AT ? text : decodePercent(text);
  if (isOpaque(plain)) return mask.hide(text);
  if (/^(https?:\/)?\//i.test(plain)) {
    const masked = maskUrl(plain, mask);
    return masked === plain ? text : masked;
  }
  // What reads like fields or code may hold any of them.
  if (/[{}=<>]/.test(plain)) return mask.cover(text);
  // A message that speaks of a secret may say it: then a word with a digit is one.
  const tells = text.length <= MAX_LOOKED_AT && text.split(/\s+/).some(isSecretName);
  const least = tells ? /\d/ : /\d{4}/;
  return mask.hideIn(
    text.replace(/\S+/g, (word) =>
      isOpaque(word) || (word !== text && least.test(word)) ? mask.cover(word) : word,
    ),
  );
}

function maskPair(pair: string, mask: Mask): string {
  const [name, value] = splitPair(pair);
  if (value === null) return maskName(name, mask);
  return `${maskName(name, mask)}=${maskValue(name, value, mask)}`;
}

/** Hides what is secret in fields of a form or query. */
export function maskPairs(text: string, mask: Mask): string {
  const pairs = text.split('&', MAX_PAIRS + 1);
  const shown = pairs.slice(0, MAX_PAIRS).map((pair) =>
    pair
      .split(';')
      .map((one) => maskPair(one, mask))
      .join(';'),
  );
  return (pairs.length > MAX_PAIRS ? [...shown, '…'] : shown).join('&');
}

/** Tells whether a segment of a path is good for one use, by itself or by the word before it. */
export function isUsedOnce(segment: string, before: string): boolean {
  const plain = decodePercent(segment);
  return USED_ONCE.test(before) && plain.length >= 6 && /\d/.test(plain);
}

function maskSegment(segment: string, before: string, mask: Mask): string {
  const [own = '', ...fields] = segment.split(';');
  const isHidden = isOpaque(decodePercent(own)) || isUsedOnce(own, before);
  return [
    isHidden ? mask.hide(own) : mask.hideIn(own),
    ...fields.map((field) => maskPair(field, mask)),
  ].join(';');
}

const maskPath = (path: string, mask: Mask): string =>
  path
    .split('/')
    .map((segment, i, all) => maskSegment(segment, all[i - 1] ?? '', mask))
    .join('/');

/** Hides what is secret in an address: a password before the host, what is good for one use in its path, fields of path, query and fragment. */
export function maskUrl(url: string, mask: Mask): string {
  const [, origin = '', user = '', host = '', rest = ''] =
    /^(?:(\w+:\/\/)(?:([^/?#@]*)@)?([^/?#]*))?(.*)$/s.exec(url) ?? [];
  const start = `${origin}${user === '' ? '' : `${mask.hide(user)}@`}${mask.hideIn(host)}`;
  if (rest.length > MAX_LOOKED_AT) return start + mask.cover(rest);
  const [, path = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(rest) ?? [];
  // Some pages keep a whole path in the fragment.
  const maskFragment = fragment?.startsWith('/') ? maskUrl : maskPairs;
  return [
    start + maskPath(path, mask),
    query === undefined ? '' : `?${maskPairs(query, mask)}`,
    fragment === undefined ? '' : `#${maskFragment(fragment, mask)}`,
  ].join('');
}
