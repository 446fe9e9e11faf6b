import { type Bench, readCredential, toCarried, withToken } from '../../control/bench.ts';
import { parseToken, signForged, type TokenParts } from '../../credential/jwt.ts';
import { readCookieJwt } from '../../credential/signedCookie.ts';
import type { Holder } from '../../discover/holder.ts';
import { toCopy } from '../../discover/present.ts';
import { readDate } from '../../wire/jar.ts';
import { describeReply } from '../../wire/reply.ts';
import { leaveCrash, toVerdict } from '../attackVerdict.ts';
import { type Check, JWT_KINDS, pass, say, skip, type Verdict } from '../check.ts';
import { MEANT, sayTime, toTokenLifetime } from './claimChecks.ts';
import { guessSecret } from './secretChecks.ts';

const DAY = 86_400;
/** More seconds than these no server means its clock to be off. */
const LEEWAY = 60;

/** Signs a token that was over yesterday. */
async function forgeExpired(bench: Bench, token: TokenParts, secret: string): Promise<Verdict> {
  const sign = (more: Readonly<Record<string, unknown>>) => {
    const forged = signForged(token, secret, more);
    return bench.attack((holder) => withToken(bench.found, holder, forged ?? ''));
  };
  const fresh = await sign({ forged: true });
  if (fresh.outcome !== 'opened') return skip('a forgery with the secret opens nothing either');
  // Its other times stay: one that is too old may be refused for that alone.
  const verdict = leaveCrash(toVerdict(await sign({ exp: bench.net.now - DAY })));
  return verdict.mark === 'fail'
    ? say('fail', `one that was over a day ago: ${verdict.came}`)
    : verdict;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Returns the earliest login whose token still opens the profile: it is over first. */
async function findOldest(bench: Bench): Promise<Holder> {
  for (const { holder } of bench.logins) if (await bench.opens(holder)) return holder;
  return bench.renew();
}

/** Waits until a token is over, by the server's own clock, where that is soon enough. */
async function outlive(bench: Bench): Promise<Verdict> {
  const { found, settings } = bench;
  const holder = await findOldest(bench);
  const value = readCredential(found, holder);
  const token = parseToken(readCookieJwt(value) ?? value);
  const exp = Number(token?.claims.exp);
  const isShared = String(token?.header.alg).startsWith('HS');
  const startMs = performance.now();
  for (;;) {
    const reply = await bench.ask(toCopy(toCarried(found, holder)));
    const past = (readDate(reply) ?? Number.NaN) - exp;
    const isOpen = bench.access.judge(reply) === 'opened';
    if (!(past <= 1 || isOpen)) return pass(describeReply(reply));
    if (Number.isNaN(past)) return skip('the server tells no time');
    if (past > LEEWAY && isOpen)
      return say('fail', `${Math.round(past)} s after its exp it opens the profile`);
    const waited = performance.now() - startMs;
    const needed = past <= 1 ? 2 - past : LEEWAY + 1 - past;
    if (waited + needed * 1000 > settings.waitMs) {
      if (past > 1) return say('note', `${Math.round(past)} s after its exp it still opens`);
      return skip(
        `it lives ${sayTime(-past)} more: too long to wait for (--wait${isShared ? ', or --secret' : ''})`,
      );
    }
    await pause(1000);
  }
}

/** Comes late: by then a token may be over by itself. */
export const EXPIRY_CHECKS: readonly Check[] = [
  {
    id: 'token.expired',
    step: 12,
    kinds: JWT_KINDS,
    worst: 'fail',
    expected: 'a token whose exp is over is refused',
    why: 'Who checks the signature alone, or decodes with ignoreExpiration, gives every stolen token for ever. jwt.verify() and jose look at exp; by hand it has to be compared.',
    follows: ['token.exp', 'token.payload', 'token.signature', 'token.none'],
    async run(bench) {
      const { jwt } = bench.found;
      if (!jwt) return skip('the token is no JWT');
      const lifetime = toTokenLifetime(jwt, bench.net.now) ?? 0;
      if (lifetime < MEANT) return skip('it is over before it can be told');
      const guessed = await guessSecret(bench);
      if (guessed === null || guessed === 'nothing signed') return outlive(bench);
      return forgeExpired(bench, jwt, guessed.secret);
    },
  },
];
