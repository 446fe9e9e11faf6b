import type { HeaderField } from '../../../../sim/message.ts';
import type { Mask } from './mask.ts';
import { maskName, maskPairs, maskText, maskUrl, maskValue, splitPair } from './maskUrl.ts';
import { isHarmlessName, isSecretName } from './names.ts';

const SECRET_FIELD = /^(x-[\w-]*(token|auth|session|csrf|xsrf|key)[\w-]*|api-?key|apikey)$/i;
/** What a Set-Cookie line may say of its cookie; what else stands there was meant for another one. */
const ATTRIBUTE = /^(path|domain|expires|max-age|secure|httponly|samesite|partitioned|priority)$/i;
/** Most cookies of a field that are shown. */
const MAX_COOKIES = 200;
/** Most members of a JSON body that are shown, and how deep. */
const [MAX_MEMBERS, MAX_DEPTH] = [300, 40];

/** Hides a cookie's value; a cookie without a name is nothing else. */
function maskCookie(pair: string, { hide }: Mask): string {
  const [name, value] = splitPair(pair);
  return value === null ? hide(name.trim()) : `${name}=${hide(value.trim())}`;
}

/** Hides the values of a Cookie field. */
export const maskCookies = (value: string, mask: Mask): string =>
  value
    .split(';', MAX_COOKIES)
    .map((pair, i) => (i > 0 ? ' ' : '') + maskCookie(pair.trim(), mask))
    .join(';');

/** Hides what an attribute says unless it is one; a comma may begin another cookie. */
function maskAttribute(text: string, mask: Mask): string {
  const [name, value] = splitPair(text);
  if (!ATTRIBUTE.test(name.trim()))
    return value === null ? maskName(name, mask) : `${name}=${mask.hide(value)}`;
  if (value === null) return name;
  const [own = '', ...others] = value.split(/,(?=[^=,]*=)/);
  const rest = others.map((pair) => `, ${maskCookie(pair.trim(), mask)}`);
  return `${name}=${mask.hideIn(own)}${rest.join('')}`;
}

function maskSetCookie(line: string, mask: Mask): string {
  const [pair = '', ...attributes] = line.split(';', MAX_COOKIES);
  return [maskCookie(pair, mask), ...attributes.map((one) => maskAttribute(one, mask))].join(';');
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
      const [, scheme = '', own = ''] = /^([a-z][a-z\d-]{0,19}\s+)?(.*)$/is.exec(value) ?? [];
      return [name, scheme + mask.hide(own)];
    }
    case 'location':
    case 'referer':
    case 'origin':
    case 'access-control-allow-origin':
      return [name, maskUrl(value, mask)];
    default:
      return [name, SECRET_FIELD.test(name) ? mask.hide(value) : mask.hideIn(value)];
  }
}

/** Hides what is secret in a JSON value; a member of a secret is one. */
function maskJson(json: unknown, mask: Mask): unknown {
  let left = MAX_MEMBERS;
  const maskMember = (value: unknown, name: string, depth: number): unknown => {
    left -= 1;
    if (left < 0 || depth > MAX_DEPTH) return '…';
    const inside = depth + 1;
    if (Array.isArray(value))
      return value.slice(0, MAX_MEMBERS).map((one) => maskMember(one, name, inside));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value)
          .slice(0, MAX_MEMBERS)
          .map(([key, own]) => {
            const path = name === '' ? key : `${name.slice(-100)}[${key}]`;
            return [maskName(key, mask), maskMember(own, path, inside)];
          }),
      );
    if (typeof value === 'string')
      return name === '' ? maskText(value, mask) : maskValue(name, value, mask);
    if (typeof value !== 'number' || isHarmlessName(name)) return value;
    const isSmall = Math.abs(value) < 1000 && !isSecretName(name);
    return isSmall ? value : mask.cover(String(value));
  };
  return maskMember(json, '', 0);
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

/** A name without a value, as base64 with its padding is, is no form. */
const FORM = /^[^\s=&<>{}]+=(?!=?$)[^\s<>{}]*$/;

/** Hides what is secret in a body; `null` where it is neither JSON nor a form, so that nobody knows what is secret in it. */
export function maskBody(body: string, mask: Mask): string | null {
  const json = parseBody(body);
  if (json !== undefined) return JSON.stringify(maskJson(json, mask));
  return body.length <= MAX_BODY && FORM.test(body) ? maskPairs(body, mask) : null;
}

/** What a finding quotes of a message. */
const QUOTED = new Set(['name', 'domain', 'path', 'host', 'value', 'page', 'server', 'prefix']);

/** Hides what is secret in what a finding or an event quotes. */
export function maskQuotes<T extends object>(said: T, mask: Mask): T {
  return JSON.parse(JSON.stringify(said), (key, value: unknown) => {
    if (!QUOTED.has(key) || typeof value !== 'string') return value;
    return mask.hideIn(value);
  });
}
