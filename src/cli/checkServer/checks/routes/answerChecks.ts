import type { Bench } from '../../control/bench.ts';
import { readCredential } from '../../control/bench.ts';
import { decodeValue, readCookieJwt, splitSigned } from '../../credential/signedCookie.ts';
import type { CheckSettings } from '../../settings.ts';
import type { Reply } from '../../wire/exchange.ts';
import { type Leaf, listLeaves, parseBody } from '../../wire/reply.ts';
import { ALL_KINDS, type Check, COOKIE_KINDS, judge, pass, say } from '../check.ts';

const HASH = /^(\$2[abxy]?\$\d\d\$|\$argon2|\$scrypt\$|\$pbkdf2|pbkdf2[:_]|scrypt:)/;
const KEY =
  /^(password|passwd|pwd)(_?(hash|digest|salt))?$|^(pass|pw)_?(hash|digest|salt)$|^(hashed|encrypted)_?password$/i;
/** What may be a password by its name, and a ticket or a test that was passed as well. */
const MAY_BE = /pass|pwd|^pw$|secret|credential/i;
/** A word or a number that may as well be a role, a country or an amount. */
const isPlain = (text: string) => /^(\p{L}{1,12}|\d{1,8})$/u.test(text) || text.length <= 3;
const isMasked = (text: string) =>
  /^(\*+|•+|x+|\[?(redacted|hidden|removed|protected)\]?)$/i.test(text);

/**
 * Finds the password, or what it is kept as, among the members of an answer: by value and by name. A
 * password that is a plain word, or the user's name, is told only where the member's name fits.
 */
export function findPassword(
  leaves: readonly Leaf[],
  { username, password }: Pick<CheckSettings, 'username' | 'password'>,
): string | null {
  const isTelling = !isPlain(password) && password !== username;
  for (const { path, value } of leaves) {
    if (typeof value !== 'string' || value === '') continue;
    const key = path.at(-1) ?? '';
    const where = path.join('.') || 'the body';
    if (value === password && (isTelling || MAY_BE.test(key))) return `the password, as ${where}`;
    if (HASH.test(value)) return `a hash of the password, as ${where}`;
    if (KEY.test(key) && !isMasked(value)) return `a member ${where}`;
  }
  return null;
}

const listOf = (reply: Reply) => listLeaves(parseBody(reply));

/** Reads the ID or the token as a script would have to know it. */
function readSecrets(bench: Bench): readonly string[] {
  const { found } = bench;
  const value = readCredential(found, bench.holder());
  if (found.kind === 'token cookie') return [readCookieJwt(value) ?? ''];
  return [value, decodeValue(value), splitSigned(value).id];
}

export const ANSWER_CHECKS: readonly Check[] = [
  {
    id: 'answer.password',
    step: 4,
    kinds: ALL_KINDS,
    worst: 'fail',
    expected: 'no answer holds the password, or what it is kept as',
    why: 'It lies in logs and in the browser’s tools, and a hash can be tried out at leisure: the user’s whole record goes out. Name the members that do.',
    async run(bench) {
      const { settings, logins, granted } = bench;
      const login = logins[0]?.holder.reply;
      for (const reply of [...(login ? [login] : []), granted]) {
        const found = findPassword(listOf(reply), settings);
        if (found !== null) return say('fail', `${reply.method} ${reply.url.pathname}: ${found}`);
      }
      return pass('it does not');
    },
  },
  {
    id: 'answer.credential',
    step: 4,
    kinds: COOKIE_KINDS,
    worst: 'fail',
    expected: 'what the cookie holds is not in the body of an answer too',
    why: 'A script can read the body: HttpOnly would be in vain.',
    async run(bench) {
      const { logins, granted, found } = bench;
      const secrets = readSecrets(bench).filter(({ length }) => length > 7);
      const login = logins.at(-1)?.holder.reply;
      for (const reply of [...(login ? [login] : []), granted]) {
        const leaf = listOf(reply).find(
          ({ value }) => typeof value === 'string' && secrets.includes(value),
        );
        if (!leaf || found.kind === 'data') continue;
        const came = `${reply.method} ${reply.url.pathname} has it as ${leaf.path.join('.') || 'the body'}`;
        return say(found.kind === 'session' ? 'fail' : 'warn', came);
      }
      return pass('it is not');
    },
  },
  {
    id: 'token.noStore',
    step: 4,
    kinds: ['bearer', 'opaque'],
    worst: 'note',
    expected: 'the answer with the token says Cache-Control: no-store',
    why: 'OAuth (RFC 6749, section 5.1) demands it. Answers to a POST are rarely kept, so that it is a precaution.',
    async run({ logins }) {
      const field = logins[0]?.holder.reply.headers.get('cache-control') ?? 'no Cache-Control';
      return judge(/\bno-store\b/i.test(field), field, 'note');
    },
  },
];
