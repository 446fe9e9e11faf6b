import type { Bench } from '../../control/bench.ts';
import { readCredential, withCredential } from '../../control/bench.ts';
import { decodeValue, readCookieJwt, splitSigned } from '../../credential/signedCookie.ts';
import { listMembers } from '../../discover/listMembers.ts';
import type { Reply } from '../../wire/exchange.ts';
import type { Leaf } from '../../wire/reply.ts';
import { ALL_KINDS, type Check, COOKIE_KINDS, judge, pass, say } from '../check.ts';
import { findPassword } from './findPassword.ts';

/** Shorter than this is a flag or a number. */
const SHORTEST = 7;
/** As long as this, it does not stand inside of another text by chance. */
const LONG = 16;

/** What opens the profile in the hands of a script, and what is only a part of that. */
interface Secrets {
  readonly whole: readonly string[];
  /** The ID of a signed cookie; `null` where the ID is the whole. */
  readonly id: string | null;
}

/** Reads the ID or the token as a script would have to know it. */
function readSecrets(bench: Bench): Secrets {
  const { found } = bench;
  const value = readCredential(found, bench.holder());
  if (found.kind === 'token cookie') return { whole: [readCookieJwt(value) ?? ''], id: null };
  const { id, signature } = splitSigned(value);
  const text = decodeValue(value);
  if (signature === null) return { whole: [value, text], id: null };
  // `s:` before it everybody can write.
  return { whole: [value, text, text.replace(/^s:/, '')], id };
}

/** Finds the first answer that holds one of some texts, and says where. */
function findMember(replies: readonly Reply[], texts: readonly string[]): string | null {
  const isOne = ({ value }: Leaf) =>
    typeof value === 'string' && value.length > SHORTEST && texts.includes(value);
  const isIn = ({ value }: Leaf) =>
    typeof value === 'string' && texts.some((text) => text.length >= LONG && value.includes(text));
  for (const reply of replies) {
    const leaves = listMembers(reply);
    const whole = leaves.find(isOne);
    const leaf = whole ?? leaves.find(isIn);
    if (!leaf) continue;
    const where = `${whole ? 'as' : 'in'} ${leaf.path.join('.') || 'the body'}`;
    return `${reply.method} ${reply.url.pathname} has it ${where}`;
  }
  return null;
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
        const found = findPassword(listMembers(reply), settings);
        if (found !== null) {
          const came = `${reply.method} ${reply.url.pathname}: ${found.came}`;
          return say('fail', came, found.advice);
        }
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
      if (found.kind === 'data') return pass('it is the session itself, and no key to one');
      const login = logins.at(-1)?.holder.reply;
      const replies = [...(login ? [login] : []), granted];
      const { whole, id } = readSecrets(bench);
      const came = findMember(replies, whole);
      if (came !== null) return say(found.kind === 'session' ? 'fail' : 'warn', came);
      const bare = id === null ? null : findMember(replies, [id]);
      if (id !== null && bare !== null) {
        const { outcome } = await bench.attack((holder) => withCredential(found, holder, id));
        return outcome === 'opened'
          ? say('fail', `${bare}: the bare ID, which opens the profile without its signature`)
          : say('note', `${bare}: the bare ID, which opens nothing without its signature`);
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
