import type { Holder } from '../discover/login.ts';

/** Hides what opens doors; the longest first, so that no rest of it stays. */
export type Mask = (text: string) => string;

// Whole, or cut off somewhere.
const TOKEN = /\beyJ[\w-]{10,}(?:\.[\w-]*)*/g;
const HASH = /\$(?:2[abxy]?\$\d\d|argon2\w*|scrypt)\$[^\s"]+/g;
const SESSION_COOKIE = /((?:^|[\s,;"])[\w!#$%&'*+.^`|~-]+=)s(?:%3A|:)[^;\s"]+/g;

const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Hides what looks like a token, a hash or a signed cookie, whoever's it is. */
export const maskForms: Mask = (text) =>
  text.replace(TOKEN, 'eyJ…').replace(HASH, '…').replace(SESSION_COOKIE, '$1…');

/** Makes the mask of a run: it knows the password and what the logins brought. */
export function makeMask(password: string, holders: readonly Holder[]): Mask {
  const values = holders.flatMap(({ visitor, tokens }) => [
    ...visitor.jar.list().map(({ value }) => value),
    ...[...visitor.sent.values()].map(({ value }) => value),
    ...tokens.map(({ token }) => token),
  ]);
  // A word of every day would be hidden everywhere, and says nothing by it.
  const own = password.length > 5 && !/^pass\w*$/i.test(password) ? [password] : [];
  const secrets = [...new Set([...own, ...values, ...values.map(decode)])]
    .filter(({ length }) => length > 5)
    .sort((one, other) => other.length - one.length);
  return (text) =>
    maskForms(secrets.reduce((shown, secret) => shown.replaceAll(secret, '…'), text));
}
