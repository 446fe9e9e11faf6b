import { findTokens } from './looks.ts';

/** Longest part of a name that is looked at. */
const LONGEST_NAME = 200;

const PASSWORD = /pass|pwd|pswd|pword|pw$|contrase|senha|kennwort|wachtwoord/;
const NO_PASSWORD =
  /^(by|com|tres|sur)pass|passport|passenger|passkey|passage|passive|pass(ed|ing|es)$/;
/** Lets somebody in, in whatever word it stands. */
const STRONG =
  /token|secret|jwt|^sid$|sess(ion)?_?id|saml|credential|assertion|api_?key|passkey|bearer|ticket|otp$/;
/** Belongs to a login, and lets nobody in by itself. */
const GUARD = /csrf|xsrf|^(code|pin|mfa|tan|cvv|cvc|hash|salt|nonce|state|verifier)$/;
/** May let somebody in, or be an ordinary word. */
const WEAK = /^(key|access|refresh|auth|authorization|sess|session|sig|signature|cookie)$/;
/** A name that ends so says something about a token. */
const ABOUT = /^(type|expires|expiry|expiration|at|in|url|uri|endpoint|name|length|count|state)$/;

/** What may be shown, if nothing in it looks like a secret; written without what parts words. */
const HARMLESS = new Set(
  `user username login email mail name firstname lastname fullname displayname givenname familyname
  nickname role roles scope scopes granttype responsetype responsemode tokentype type kind message msg
  error errors errordescription errorcode detail details title description status statuscode success ok
  reason lang language locale theme timezone country remember rememberme expires expiresin expiresat
  tokenexpires tokenexpiresin exp iat nbf createdat updatedat page limit offset sort order next redirect
  redirectto redirecturi redirecturl returnto returnurl continue service callback callbackurl path url
  clientid prompt display codechallengemethod method format version count total id userid sub iss aud
  age active enabled verified admin isadmin loggedin isloggedin authenticated isauthenticated`.split(
    /\s+/,
  ),
);

/** Undoes the percent-encoding of a text, where it is one. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Takes a name apart as programs write it: `user%5BnewPassword2%5D` is user, new, password. */
function toWords(name: string): readonly string[] {
  return decodePercent(name.slice(0, LONGEST_NAME))
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

/** Tells whether what has this name is a password. */
export const isPasswordName = (name: string): boolean =>
  toWords(name).some((word) => PASSWORD.test(word) && !NO_PASSWORD.test(word));

/** Tells whether what has this name is a secret. */
export const isSecretName = (name: string): boolean => {
  const words = toWords(name);
  return (
    isPasswordName(name) ||
    STRONG.test(words.join('_')) ||
    words.some((word) => STRONG.test(word) || GUARD.test(word) || WEAK.test(word))
  );
};

/** Tells whether a token is a place in a list, as programs page through one: nextPageToken. */
const isPlace = (words: readonly string[]): boolean =>
  words.at(-1) === 'token' && words.some((word) => /^(page|cursor|continuation|sync)$/.test(word));

/** Tells whether a value with this name lets in whoever has it: by its form, its name, or both together. */
export function isToken(name: string, value: string): boolean {
  if (findTokens(value).length > 0) return true;
  const words = toWords(name);
  if (value === '' || ABOUT.test(words.at(-1) ?? '')) return false;
  if (words.some((word) => /csrf|xsrf/.test(word)) || isPlace(words)) return false;
  if (STRONG.test(words.join('_')) || words.some((word) => STRONG.test(word))) return true;
  return words.some((word) => WEAK.test(word)) && value.length >= 8 && /\d/.test(value);
}

/** Returns the last part of a name that leads to a member: of `user[email]`, email. */
const toLeaf = (name: string): string =>
  decodePercent(name.slice(0, LONGEST_NAME))
    .split(/[[\].]+/)
    .findLast((part) => part !== '') ?? '';

/** Tells whether a value with this name may be shown. */
export const isHarmlessName = (name: string): boolean =>
  HARMLESS.has(toWords(name).join('')) ||
  (HARMLESS.has(toWords(toLeaf(name)).join('')) && !isSecretName(name));
