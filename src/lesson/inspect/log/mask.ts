import type { HeaderField } from '../../../sim/message.ts';

/** Hides secrets behind letters: the same secret has the same letter wherever it is. */
export interface Mask {
  /** Hides a value whatever it is, and knows it from now on. */
  readonly hide: (value: string) => string;
  /** Hides what is known, and what looks like a token. */
  readonly hideIn: (text: string) => string;
}

const TOKEN = /eyJ[\w-]{8,}\.[\w-]{2,}(?:\.[\w-]*){0,3}/g;
/** What is shorter may be part of anything. */
const LEAST = 8;
const SECRET_NAME =
  /pass(word|wd|phrase)?$|^pwd$|token|secret|^jwt$|api[-_]?key|session[-_]?id|^sid$|^s?otp$|^code$|^pin$|assertion|credential|^auth$/i;
const SECRET_FIELD = /^(x-[\w-]*(token|auth|session|csrf|xsrf|key)[\w-]*|api-?key|apikey)$/i;

/** Tells whether what has this name is a secret. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);

/** Finds what looks like a token. */
export const findTokens = (text: string): readonly string[] => text.match(TOKEN) ?? [];

function toLetter(nth: number): string {
  const letter = String.fromCharCode(65 + (nth % 26));
  return nth < 26 ? letter : `${letter}${Math.floor(nth / 26)}`;
}

/** Makes a mask that knows no secret yet. */
export function createMask(): Mask {
  const letters = new Map<string, string>();
  const hide = (value: string) => {
    if (value === '') return '';
    const letter = letters.get(value) ?? toLetter(letters.size);
    letters.set(value, letter);
    return `‹${letter}·${value.length}›`;
  };
  const hideIn = (text: string) => {
    let hidden = text.replace(TOKEN, hide);
    for (const [value, letter] of letters) {
      if (value.length < LEAST || !hidden.includes(value)) continue;
      hidden = hidden.replaceAll(value, `‹${letter}·${value.length}›`);
    }
    return hidden;
  };
  return { hide, hideIn };
}

const splitPair = (pair: string): readonly [string, string | null] => {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, null] : [pair.slice(0, at), pair.slice(at + 1)];
};

/** Hides the values of a Cookie field. */
export const maskCookies = (value: string, { hide }: Mask): string =>
  value
    .split(';')
    .map((pair) => {
      const [name, own] = splitPair(pair);
      return own === null ? name : `${name}=${hide(own.trim())}`;
    })
    .join(';');

function maskSetCookie(value: string, mask: Mask): string {
  const at = value.includes(';') ? value.indexOf(';') : value.length;
  return maskCookies(value.slice(0, at), mask) + mask.hideIn(value.slice(at));
}

/** Hides what is secret in fields of a form or query. */
export const maskPairs = (text: string, { hide, hideIn }: Mask): string =>
  text
    .split('&')
    .map((pair) => {
      const [name, own] = splitPair(pair);
      return own !== null && isSecretName(name) ? `${name}=${hide(own)}` : hideIn(pair);
    })
    .join('&');

/** Hides what is secret in an address: a password before the host, fields of query and fragment. */
export function maskUrl(url: string, mask: Mask): string {
  const plain = url.replace(/^(\w+:\/\/)([^/?#@]*)@/, (_, scheme: string, user: string) => {
    return `${scheme}${mask.hide(user)}@`;
  });
  const [, path = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(plain) ?? [];
  return [
    mask.hideIn(path),
    query === undefined ? '' : `?${maskPairs(query, mask)}`,
    fragment === undefined ? '' : `#${maskPairs(fragment, mask)}`,
  ].join('');
}

/** Hides what is secret in a header field. */
export function maskField([name, value]: HeaderField, mask: Mask): HeaderField {
  switch (name.toLowerCase()) {
    case 'cookie':
      return [name, maskCookies(value, mask)];
    case 'set-cookie':
      return [name, maskSetCookie(value, mask)];
    case 'authorization':
    case 'proxy-authorization': {
      const [, scheme = '', own = ''] = /^(\S+\s+)?(.*)$/s.exec(value) ?? [];
      return [name, scheme + mask.hide(own)];
    }
    case 'location':
    case 'referer':
      return [name, maskUrl(value, mask)];
    default:
      return [name, SECRET_FIELD.test(name) ? mask.hide(value) : mask.hideIn(value)];
  }
}

function maskJson(value: unknown, mask: Mask, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => maskJson(one, mask, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, own]) => [key, maskJson(own, mask, key)]),
    );
  if (isSecretName(name) && (typeof value === 'string' || typeof value === 'number'))
    return mask.hide(String(value));
  return typeof value === 'string' ? mask.hideIn(value) : value;
}

/** Longest body that is read: a login's has no more. */
const MAX_BODY = 50_000;

/** Reads a body as JSON; `undefined` for any other. */
export function parseBody(body: string | null): unknown {
  if (body === null || body.length > MAX_BODY || !/^\s*[{[]/.test(body)) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const FORM = /^[^\s=&<>{}]+=[^\s<>{}]*$/;

/** Hides what is secret in a body; `null` where it is neither JSON nor a form, so that nobody knows what is secret in it. */
export function maskBody(body: string, mask: Mask): string | null {
  const json = parseBody(body);
  if (json !== undefined) return JSON.stringify(maskJson(json, mask));
  return body.length <= MAX_BODY && FORM.test(body) ? maskPairs(body, mask) : null;
}
