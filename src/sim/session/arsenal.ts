import { CLIENT, SERVER } from '../actors.ts';
import type { Arsenal } from '../attack/arsenal.ts';
import { flipLastLetter, flipLetter } from '../attack/flip.ts';
import { toBase64url } from '../bytes/base64.ts';
import { seededBytes } from '../bytes/seededBytes.ts';
import { listCookies, readCookie } from '../client/client.ts';
import { toFirstSecrets } from '../lanes/bootSecret.ts';
import { getClient, getServer } from '../state.ts';
import { readSid, toSignedValue } from './cookieSignature.ts';
import { SESSION_PAGE } from './page.ts';
import { checkCopy } from './proof.ts';
import { toCookieName } from './setCookie.ts';
import { answerVisit } from './visit.ts';

const PREFIX = 's:';
const SID_BYTES = 24;
const FOREIGN_SECRET = 'a secret that the attacker made up, at least 32 bytes';

const readSignature = (value: string) => value.slice(value.lastIndexOf('.') + 1);

const join = (sid: string, signature: string) => encodeURIComponent(`${PREFIX}${sid}.${signature}`);

/** The session cookie in an attacker's hands. */
export const SESSION_ARSENAL: Arsenal = {
  hold: (client, settings) => readCookie(client, toCookieName(settings)),
  copyAll(client, settings) {
    // What is stolen last is used first: the one that servers read.
    const values = listCookies(client.jar, toCookieName(settings)).map(({ value }) => value);
    return [...new Set(values)].reverse();
  },
  readByScript({ jar }, settings) {
    // The page is under /, where a cookie with a longer Path is not seen.
    const seen = listCookies(jar, toCookieName(settings)).filter(({ path }) => path === '/');
    const values = seen.filter(({ httpOnly }) => !httpOnly).map(({ value }) => value);
    return [...new Set(values)].reverse();
  },
  pickStolen: (stolen) => stolen.at(-1) ?? null,
  pickRefreshToken: () => ({ idle: 'slidesByItself' }),
  toFields: (value, settings) => ({
    cookie: `${toCookieName(settings)}=${value}`,
    carries: [{ what: 'session', in: 'Cookie', value }],
  }),
  tamper(value, part) {
    const sid = readSid(value);
    const signature = readSignature(decodeURIComponent(value));
    switch (part) {
      case 'sid':
        return { credential: join(flipLetter(sid), signature) };
      case 'signature':
        return { credential: join(sid, flipLetter(signature)) };
      case 'lastLetter':
        return { credential: join(sid, flipLastLetter(signature)) };
      case 'payload':
        return { idle: 'cookieHasNoPayload' };
    }
  },
  async forge({ state, settings }, how) {
    if (how === 'otherAlgorithm') return { idle: 'cookieHasOneAlgorithm' };
    if (how === 'otherService') {
      // Its session is in that service's store, and in no other.
      const [secret = FOREIGN_SECRET] = getServer(state, SERVER).secrets;
      const other = toBase64url(seededBytes(settings.seed, 'other', 0, SID_BYTES));
      return { credential: await toSignedValue(other, secret) };
    }
    const guess = toBase64url(seededBytes(settings.seed, 'guess', 0, SID_BYTES));
    if (how === 'leakedSecret') {
      // The secret signs any ID, and tells none of those that are in use.
      const [leaked = FOREIGN_SECRET] = toFirstSecrets(settings, 'session', SERVER);
      return { credential: await toSignedValue(guess, leaked) };
    }
    // At best the attacker knows a session ID that is in use; else it makes one up.
    const held = readCookie(getClient(state, CLIENT), toCookieName(settings));
    const sid = held ? readSid(held) : guess;
    if (how === 'unsigned') return { credential: encodeURIComponent(sid) };
    return { credential: await toSignedValue(sid, FOREIGN_SECRET) };
  },
  answer: answerVisit,
  page: SESSION_PAGE,
  checkCopy,
};
