import type { Bench } from '../../control/bench.ts';
import { readCookieJwt } from '../../credential/signedCookie.ts';
import type { SentCookie } from '../../wire/jar.ts';

const NAME = /refresh|remember|session|sess$|sid$|auth|token|jwt/i;
const isGuard = (name: string) => /csrf|xsrf/i.test(name) || name.endsWith('.sig');
/** Shorter than this is a flag or a number. */
const SHORTEST = 16;

/** Lists what else the login set that opens doors: a refresh token, a remember-me cookie, another JWT. */
export function listOtherCookies({ found, logins, strangers }: Bench): readonly SentCookie[] {
  const [first] = logins;
  const carried = found.carrier.in === 'cookie' ? found.carrier.all : [];
  const given = strangers.flatMap(({ setCookies }) => setCookies.map((line) => line.split('=')[0]));
  return (first?.holder.reply.cookies ?? []).filter(({ name, value }, i, all) => {
    if (value === '' || isGuard(name) || carried.includes(name)) return false;
    if (all.findLastIndex((each) => each.name === name) !== i) return false;
    if (readCookieJwt(value) !== null) return true;
    return NAME.test(name) && value.length >= SHORTEST && !given.includes(name);
  });
}
