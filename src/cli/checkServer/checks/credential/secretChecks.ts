import type { Bench } from '../../control/bench.ts';
import { readCredential, withCookie, withCredential, withToken } from '../../control/bench.ts';
import { changeValue, forgeData } from '../../credential/forgeValue.ts';
import { isSignedWith, signForged, signWithHs512 } from '../../credential/jwt.ts';
import { KNOWN_SECRETS } from '../../credential/knownSecrets.ts';
import { listNamedSecrets } from '../../credential/namedSecrets.ts';
import { readOwnData, signOwnData } from '../../credential/ownData.ts';
import {
  decodeValue,
  isValueSignedWith,
  readSessionData,
  readWrittenData,
  replaceSigned,
  signPair,
  splitSigned,
} from '../../credential/signedCookie.ts';
import type { Holder } from '../../discover/holder.ts';
import { describeReply, readTitle } from '../../wire/reply.ts';
import { ALL_KINDS, type Check, pass, say, skip, type Verdict } from '../check.ts';
import { listOtherCookies } from './credentialCookies.ts';
import { listOthers } from './otherTokenChecks.ts';

/** Shows enough of a secret that its owner knows it, and no more. */
export const hintAt = (secret: string) =>
  secret === '' ? 'the empty text' : `“${secret.slice(0, 3)}…” (${secret.length} characters)`;

/** A secret that was guessed, and a forgery with it; `null` where it allows none. */
interface Guess {
  readonly secret: string;
  /** Whether only its owner knows it: told by --secret, long, and in no list. */
  readonly isOwn: boolean;
  readonly forge: ((holder: Holder) => Holder) | null;
}

/** Returns how a secret is tried on the credential; `null` where nothing is signed with one. */
function toTest(bench: Bench): ((secret: string) => boolean) | null {
  const { found } = bench;
  const holder = bench.holder();
  const { jwt, carrier, kind } = found;
  if (jwt) {
    const isShared = /^HS(256|384|512)$/.test(String(jwt.header.alg));
    return isShared ? (secret) => isSignedWith(jwt, secret) : null;
  }
  const value = readCredential(found, holder);
  const text = decodeValue(value);
  const signed = splitSigned(value);
  if (readOwnData(text)?.tail) {
    return (secret) => signOwnData(text, secret) !== null || isValueSignedWith(signed, secret);
  }
  if (carrier.in === 'header' || (kind !== 'session' && kind !== 'data')) return null;
  const signature = holder.visitor.jar.get(`${carrier.name}.sig`);
  if (signature !== undefined)
    return (secret) => signPair(carrier.name, value, secret) === signature;
  return signed.signature === null ? null : (secret) => isValueSignedWith(signed, secret);
}

function toForgery(bench: Bench, secret: string): Guess['forge'] {
  const { found } = bench;
  const { jwt, carrier, kind } = found;
  if (jwt) {
    const token = signForged(jwt, secret);
    return token === null ? null : (holder) => withToken(found, holder, token);
  }
  const ownValue = decodeValue(readCredential(found, bench.holder()));
  if (signOwnData(ownValue, secret) !== null) {
    return (holder) => {
      const value = readCredential(found, holder);
      const text = decodeValue(value);
      const [changed = text] = forgeData(text);
      const forged = signOwnData(text, secret, changed) ?? changed;
      return withCredential(found, holder, text === value ? forged : encodeURIComponent(forged));
    };
  }
  if (kind !== 'data' || carrier.in !== 'cookie') return null;
  const value = readCredential(found, bench.holder());
  // Another name opens nothing where there is no such user, which proves nothing.
  if (!readWrittenData(value) && !readSessionData(value)) return null;
  return (holder) => {
    const own = readCredential(found, holder);
    const value = changeValue(own);
    if (splitSigned(own).signature !== null)
      return withCredential(found, holder, replaceSigned(value, splitSigned(value).id, secret));
    const signature = signPair(carrier.name, value, secret);
    return withCookie(withCredential(found, holder, value), `${carrier.name}.sig`, signature);
  };
}

/** A shorter secret is found by trying. */
const SHORTEST = 16;

/** Lists what the application is called: in its tokens, and on its first page. */
function listNames({ found, start }: Bench): readonly string[] {
  const { iss, aud } = found.jwt?.claims ?? {};
  const texts = [iss, aud].flat().filter((text) => typeof text === 'string');
  const hosts = texts.flatMap((text) => (URL.canParse(text) ? new URL(text).hostname : []));
  return [...texts, ...hosts, ...readTitle(start).split(/\s[|–—·-]\s/)];
}

/** Lists the secrets that somebody else may guess. */
const listSecrets = (bench: Bench) => [
  ...bench.settings.secrets,
  ...KNOWN_SECRETS,
  ...listNamedSecrets(listNames(bench)),
  ...bench.settings.ownSecrets.filter((secret) => secret.length < SHORTEST),
];

/** Guesses the secret of what else the login brought: a refresh token, a signed remember-me cookie. */
function guessOther(bench: Bench): Verdict | null {
  const secrets = listSecrets(bench);
  const tokens = listOthers(bench).flatMap(({ name, parts }) => (parts ? [{ name, parts }] : []));
  for (const { name, parts } of tokens) {
    const secret = secrets.find((each) => isSignedWith(parts, each));
    if (secret !== undefined) return say('warn', `the one of ${name} is ${hintAt(secret)}`);
  }
  for (const { name, value } of listOtherCookies(bench)) {
    const signed = splitSigned(value);
    const secret = secrets.find((each) => isValueSignedWith(signed, each));
    if (secret !== undefined)
      return say('warn', `the one of the cookie ${name} is ${hintAt(secret)}`);
  }
  return null;
}

export const guessSecret = (bench: Bench) =>
  bench.once('secret', async (): Promise<Guess | 'nothing signed' | null> => {
    const test = toTest(bench);
    if (!test) return 'nothing signed';
    const guessed = listSecrets(bench).find(test);
    const secret = guessed ?? bench.settings.ownSecrets.find(test);
    if (secret === undefined) return null;
    return { secret, isOwn: guessed === undefined, forge: toForgery(bench, secret) };
  });

export const SECRET_CHECKS: readonly Check[] = [
  {
    id: 'secret.known',
    step: 7,
    kinds: ALL_KINDS,
    worst: 'fail',
    expected: 'no secret out of a tutorial, a public repository or your list signs the credential',
    why: 'Whoever tries a list signs what he likes. Take 32 random bytes from the environment.',
    async run(bench) {
      const guessed = await guessSecret(bench);
      const isGuessed = guessed !== null && guessed !== 'nothing signed' && !guessed.isOwn;
      const other = isGuessed ? null : guessOther(bench);
      if (other) return other;
      if (guessed === 'nothing signed') return skip('nothing is signed with a shared secret');
      if (guessed === null) return pass('none of those that were tried');
      const { secret, isOwn, forge } = guessed;
      if (isOwn) return pass('it is your own (--secret), and in no list');
      const came = `it is ${hintAt(secret)}`;
      if (!forge && bench.found.kind === 'data')
        return say('fail', `${came}; it signs who the user is`);
      if (!forge)
        return say('warn', `${came}; what it signs is an ID, which has to be guessed too`);
      const { outcome, reply } = await bench.attack(forge);
      if (outcome === 'opened')
        return say('fail', `${came}, and a forgery with it opened the profile`);
      return say(
        'warn',
        `${came}; a forgery with it did not open the profile: ${describeReply(reply)}`,
      );
    },
  },
  {
    id: 'token.algorithm',
    step: 7,
    kinds: ['bearer', 'token cookie'],
    worst: 'note',
    expected: 'a token signed rightly, but with HS512, is refused',
    why: 'verify() without a list of algorithms leaves the choice to the token. Give it one: algorithms: ["HS256"].',
    async run(bench) {
      const guessed = await guessSecret(bench);
      const { jwt } = bench.found;
      if (guessed === null || guessed === 'nothing signed' || jwt?.header.alg === 'HS512' || !jwt) {
        return skip('it takes the secret to try this (--secret)');
      }
      const token = signWithHs512(jwt, guessed.secret);
      const { outcome, reply } = await bench.attack((holder) =>
        withToken(bench.found, holder, token),
      );
      if (outcome === 'lost')
        return skip('the true credential no longer opened the profile either');
      return outcome === 'opened' ? say('note', describeReply(reply)) : pass(describeReply(reply));
    },
  },
];
