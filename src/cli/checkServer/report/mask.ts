import { splitSigned } from '../credential/signedCookie.ts';
import { isIdLike, listTokens } from '../credential/tokens.ts';
import type { Reply } from '../wire/exchange.ts';
import { listLeaves, parseBody, toLocation } from '../wire/reply.ts';

/** Hides what opens doors; the longest first, so that no rest of it stays. */
export type Mask = (text: string) => string;

/** The mask of a run: it knows the password, and each credential from the moment it comes. */
export interface RunMask {
  /** Takes in what a reply brought. */
  learn(reply: Reply): void;
  /** For the tool's own sentences: a password that is a word of theirs stays. */
  readonly hide: Mask;
  /** For what a server wrote: no password stays, however short. */
  readonly hideAnswer: Mask;
}

// Whole, or cut off somewhere.
const TOKEN = /\beyJ[\w-]{10,}(?:\.[\w-]*)*/g;
const HASH = /\$(?:2[abxy]?\$\d\d|argon2\w*|scrypt)\$[^\s"]+/g;
/** A row's number and a random text, as Laravel writes a token. */
const NUMBERED = /\b\d+\|[\w.~+/=-]{16,}/g;
const SESSION_COOKIE = /((?:^|[\s,;"])[\w!#$%&'*+.^`|~-]+=)s(?:%3A|:)[^;\s"]+/g;
const NAME = /token|jwt|bearer|secret|session|sid$|api_?key|^access$|^refresh$/i;
const OWN_WORDS =
  /^(?:password|passwd|username|email|login|logout|profile|account|session|cookie|token|secret|origin|header|server|answer|bearer|authorization)$/i;
const SHORTEST = 6;
/** So much of a long credential tells it; the rest may have been cut off. */
const HEAD = 10;
const LONG = 16;
/** No login brings more; a list of thousands would make each line slow. */
const MOST = 300;

function convert(change: (text: string) => string, text: string): string {
  try {
    return change(text);
  } catch {
    return text;
  }
}

/** Hides what looks like a token, a hash or a signed cookie, whoever's it is. */
export const maskForms: Mask = (text) =>
  text
    .replace(TOKEN, 'eyJ…')
    .replace(HASH, '…')
    .replace(NUMBERED, '…')
    .replace(SESSION_COOKIE, '$1…');

/** Hides a credential, also where only its beginning stands. */
function hideSecret(text: string, secret: string): string {
  if (secret.length < LONG) return text.replaceAll(secret, '…');
  const [start = '', ...rest] = text.split(secret.slice(0, HEAD));
  return rest.reduce((shown, part) => `${shown}…${part.replace(/^[\w.~+/=%:*|-]+/, '')}`, start);
}

/** Lists what a reply brought that may be a credential, or a part of one. */
function listCredentials(reply: Reply, tokenField: string | null): string[] {
  const cookies = reply.setCookies.map((line) => line.split(';')[0]?.replace(/^[^=]*=/, '') ?? '');
  const leaves = listLeaves(parseBody(reply)).flatMap(({ path, value }) =>
    typeof value === 'string' ? [{ name: path.at(-1) ?? '', field: path.join('.'), value }] : [],
  );
  const query = [...(toLocation(reply)?.searchParams ?? [])];
  const fragment = [...new URLSearchParams(toLocation(reply)?.hash.slice(1))];
  const params = [...query, ...fragment].map(([name, value]) => ({ name, field: name, value }));
  const named = [...leaves, ...params].filter(({ name, field, value }) => {
    if (field === tokenField || (reply.method !== 'GET' && isIdLike(value))) return true;
    return NAME.test(name) && /^\S{8,}$/.test(value);
  });
  const whole = reply.text.trim();
  const alone = reply.method !== 'GET' && isIdLike(whole) ? [whole] : [];
  const tokens = listTokens(reply, tokenField).map(({ token }) => token);
  const values = [...cookies.map((value) => value.trim()), ...named.map(({ value }) => value)];
  const ids = values.map((value) => splitSigned(value).id);
  return [...tokens, ...alone, ...values, ...ids]
    .slice(0, MOST)
    .flatMap((value) => [
      value,
      convert(decodeURIComponent, value),
      convert(encodeURIComponent, value),
    ]);
}

const escapeHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const escapePattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Lists the ways in which a text may be written in an answer, the longest first. */
function listForms(text: string): string[] {
  const forms = [
    ...[text, escapeHtml(text), JSON.stringify(text).slice(1, -1)],
    ...[convert(encodeURIComponent, text), new URLSearchParams({ a: text }).toString().slice(2)],
  ];
  return [...new Set(forms)].sort((one, other) => other.length - one.length);
}

/** Makes the mask of a run. `tokenField` names the member that the user says is a token. */
export function openMask(password: string, tokenField: string | null): RunMask {
  const known = new Set<string>();
  let sorted: readonly string[] = [];
  const forms = listForms(password);
  const isWord = password.length < SHORTEST || OWN_WORDS.test(password);
  // Inside of other words it would be hidden by chance.
  const word = new RegExp(`(?<!\\w)(?:${forms.map(escapePattern).join('|')})(?!\\w)`, 'g');
  const hidePassword: Mask = isWord
    ? (text) => text.replace(word, '…')
    : (text) => forms.reduce((shown, form) => shown.replaceAll(form, '…'), text);
  const hideCredentials: Mask = (text) => sorted.reduce(hideSecret, maskForms(text));
  return {
    learn(reply) {
      const before = known.size;
      for (const value of listCredentials(reply, tokenField)) {
        if (value.length >= SHORTEST) known.add(value);
      }
      if (known.size > before) {
        sorted = [...known].sort((one, other) => other.length - one.length);
      }
    },
    hide: (text) => hideCredentials(isWord ? text : hidePassword(text)),
    hideAnswer: (text) => hideCredentials(hidePassword(text)),
  };
}
