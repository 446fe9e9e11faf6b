import { createHash } from 'node:crypto';
import type { CheckSettings } from '../../settings.ts';
import type { Leaf } from '../../wire/reply.ts';

const HASH =
  /^(\$2[abxy]?\$\d\d\$|\$[156]\$|\$apr1\$|\$argon2|\$scrypt\$|\$pbkdf2|pbkdf2[:_]|scrypt:)/;
/** What a password is kept as, by its name. */
const KEPT =
  /^(password|passwd|pwd)_?(hash|digest|salt)$|^(pass|pw)_?(hash|digest|salt)$|^(hashed|encrypted)_?password$/i;
const KEY = /^(password|passwd|pwd)$/i;
/** What may be a password by its name, and a ticket or a test that was passed as well. */
const MAY_BE = /pass|pwd|^pw$|secret|credential/i;
/** A word or a number that may as well be a role, a country or an amount. */
const isPlain = (text: string) => /^(\p{L}{1,12}|\d{1,8})$/u.test(text) || text.length <= 3;
const isMasked = (text: string) =>
  /^(\*+|•+|x+|\[?(redacted|hidden|removed|protected)\]?)$/i.test(text);

const ADDRESS =
  /^(?:[a-z][a-z\d+.-]*:\/\/|mailto:|urn:|[.]{0,2}[/?#]|[a-z][a-z_{}-]*(?:\/[a-z_{}-]+)+$)/i;
const DATE = /^(?:\d{4}-\d\d-\d\d|\w{3}, \d\d \w{3} \d{4} |\d{9,13}$|P\d+[YMWDT])/;
const YES_OR_NO = /^(?:true|false|yes|no|on|off|null|none|undefined)$/i;
const ALGORITHM = /^(?:bcrypt|argon2\w*|scrypt|pbkdf2|(?:hmac-?)?sha-?\d+)$/i;

/** Tells what no password and no hash is: where it is changed, when it was, whether there is one. */
const isAbout = (text: string) =>
  isMasked(text) || [ADDRESS, DATE, YES_OR_NO, ALGORITHM].some((about) => about.test(text));

/** Tells a label, a rule or a state: "strong", "Change your password". */
const isWords = (text: string) => isPlain(text) || /^[\p{L}\s'’".,:;!?()_-]+$/u.test(text);

const ALGORITHMS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;

/** Finds the fast hash that a text is of a password, however it is written. */
function findDigest(text: string, password: string): string | null {
  // `{SHA}…` as LDAP has it, `sha256:…` and `sha256$…`.
  const bare = text.replace(/^(?:\{\w+\}|(?:md5|sha-?\d+)[:$])/i, '');
  if (bare.length < 20 || bare.length > 130) return null;
  const digest = ALGORITHMS.find((algorithm) => {
    const bytes = createHash(algorithm).update(password).digest();
    if (bare.toLowerCase() === bytes.toString('hex')) return true;
    const unpadded = bare.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
    return unpadded === bytes.toString('base64url');
  });
  return digest ?? null;
}

/** Writes a text in base64 of either alphabet, and in base 16: what everybody reads. */
const toReadable = (text: string) => {
  const bytes = Buffer.from(text);
  return (['base64', 'base64url', 'hex'] as const).map((each) =>
    bytes.toString(each).replace(/=+$/, ''),
  );
};

/** The password among what was sent, and what to do about that. */
export interface FoundPassword {
  readonly came: string;
  readonly advice?: string | undefined;
}

/** Says what is wrong with a fast hash besides that it goes out. */
const SLOW =
  'Fast hashes are tried out by the thousand million a second, and without a salt the usual passwords stand in lists: keep argon2id, scrypt or bcrypt in its place, and send none of it.';

/**
 * Finds the password, or what it is kept as, among the members of an answer: by value and by name. A
 * password that is a plain word, or the user's name, is told only where the member's name fits.
 */
export function findPassword(
  leaves: readonly Leaf[],
  { username, password }: Pick<CheckSettings, 'username' | 'password'>,
  whole = 'the body',
): FoundPassword | null {
  // The MD5 of a mail address is the name of a picture.
  const isOwn = password !== username;
  const isTelling = !isPlain(password) && isOwn;
  const written = [password, `${username}:${password}`].flatMap(toReadable);
  for (const { path, value } of leaves) {
    if (typeof value !== 'string' || value === '') continue;
    const key = path.at(-1) ?? '';
    const where = path.join('.') || whole;
    if (value === password && (isTelling || MAY_BE.test(key)))
      return { came: `the password, as ${where}` };
    if (isTelling && written.includes(value.replace(/=+$/, ''))) {
      const base = /^[\da-f]+$/.test(value) ? 'base 16' : 'base64';
      return { came: `the password in ${base}, as ${where}` };
    }
    const digest = isOwn ? findDigest(value, password) : null;
    if (digest !== null) {
      return { came: `the ${digest} of the password, without a salt, as ${where}`, advice: SLOW };
    }
    if (HASH.test(value)) return { came: `a hash of the password, as ${where}` };
    if (isAbout(value)) continue;
    if (KEPT.test(key) || (KEY.test(key) && !isWords(value))) return { came: `a member ${where}` };
  }
  return null;
}
