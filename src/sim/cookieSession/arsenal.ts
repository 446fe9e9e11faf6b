import { SERVER } from '../actors.ts';
import type { Arsenal, Made } from '../attack/arsenal.ts';
import { flipLastLetter, flipLetter } from '../attack/flip.ts';
import type { StoredCookie } from '../client/jar.ts';
import { toFirstSecrets } from '../lanes/bootSecret.ts';
import type { Recorder } from '../lanes/recorder.ts';
import type { Settings } from '../settings.ts';
import { getServer } from '../state.ts';
import type { SessionData } from './data.ts';
import { decodeData, encodeData } from './data.ts';
import { listPairs, readPair } from './held.ts';
import { signData } from './keygrip.ts';
import { COOKIE_SESSION_PAGE } from './page.ts';
import { DATA_COOKIE, splitPair, toPair } from './pair.ts';
import { checkCopy } from './proof.ts';
import { answerVisit } from './visit.ts';

const FOREIGN_SECRET = 'a secret that the attacker made up, at least 32 bytes';
const OTHER_USER = 'root';

/** What is stolen last is used first: the one that servers read. */
const toStolen = (jar: readonly StoredCookie[]) => [...new Set(listPairs(jar))].reverse();

/** Names another user in the data, under the old signature. */
function changeUser(data: string): string {
  const kept = decodeData(data) ?? {};
  return encodeData({ ...kept, userId: OTHER_USER });
}

function tamper(pair: string, part: Parameters<Arsenal['tamper']>[1]): Made {
  const { data, signature } = splitPair(pair);
  switch (part) {
    case 'sid':
      return { idle: 'cookieHasNoSid' };
    case 'payload':
      return { credential: toPair(changeUser(data), signature) };
    case 'signature':
      return { credential: toPair(data, flipLetter(signature)) };
    case 'lastLetter':
      return { credential: toPair(data, flipLastLetter(signature)) };
  }
}

/** What whoever has a secret writes: the user's ID is no secret, and a role is a word. */
function toForged({ user, session }: Settings): SessionData {
  const role = session.copiesUser ? user.role : undefined;
  return { userId: user.id, ...(role && { role }) };
}

async function forge(
  { state, settings }: Recorder,
  how: Parameters<Arsenal['forge']>[1],
): Promise<Made> {
  if (how === 'otherAlgorithm') return { idle: 'cookieHasOneAlgorithm' };
  const data = encodeData(toForged(settings));
  if (how === 'unsigned') return { credential: toPair(data, '') };
  const [own = FOREIGN_SECRET] = getServer(state, SERVER).secrets;
  const [leaked = FOREIGN_SECRET] = toFirstSecrets(settings, 'session', SERVER);
  // Nothing in the data says of which service it is.
  const secrets = { otherSecret: FOREIGN_SECRET, leakedSecret: leaked, otherService: own };
  return { credential: toPair(data, await signData(data, secrets[how])) };
}

/** A session in its cookies, in an attacker's hands. */
export const COOKIE_SESSION_ARSENAL: Arsenal = {
  hold: readPair,
  copyAll: ({ jar }) => toStolen(jar),
  // The page is under /, where a cookie with a longer Path is not seen.
  readByScript: ({ jar }) =>
    toStolen(jar.filter(({ httpOnly, path }) => !httpOnly && path === '/')),
  pickStolen: (stolen) => stolen.at(-1) ?? null,
  pickRefreshToken: () => ({ idle: 'nothingToRefresh' }),
  toFields: (pair) => ({
    cookie: `${DATA_COOKIE}=${pair}`,
    carries: [{ what: 'session', in: 'Cookie', value: pair }],
  }),
  tamper,
  forge,
  answer: answerVisit,
  page: COOKIE_SESSION_PAGE,
  checkCopy,
};
