import { parseToken } from '../credential/jwt.ts';
import type { DeadLogin } from '../discover/discover.ts';
import { readDate, toLifetime } from '../wire/jar.ts';
import { sayAddressLogin } from './addressLogin.ts';
import { say, type Verdict } from './check.ts';
import { CHECKS } from './checks.ts';
import { MEANT, sayTime, toTokenLifetime } from './credential/claimChecks.ts';
import { SHORTEST } from './credential/cookieChecks.ts';
import { type Finding, toFinding } from './runChecks.ts';

function find(id: string, verdict: Verdict): Finding | null {
  const check = CHECKS.find((each) => each.id === id);
  return check ? toFinding(check, verdict) : null;
}

/** Says why what a login brought opens nothing, where it was over before it could: `null` where it was not. */
export function sayDeadLogin({ tries }: DeadLogin): Finding | null {
  for (const { holder } of tries) {
    const { reply, tokens } = holder;
    const now = readDate(reply) ?? 0;
    for (const { token } of tokens) {
      const parts = parseToken(token);
      const lifetime = parts && toTokenLifetime(parts, now);
      if (lifetime === null || lifetime >= MEANT) continue;
      const came = `it lives ${sayTime(lifetime)}, and was over before it could be used`;
      return find('token.lifetime', say('fail', came));
    }
    for (const { value, stored } of reply.cookies) {
      const lifetime = toLifetime(stored);
      if (value === '' || lifetime === null || lifetime >= SHORTEST) continue;
      const came = lifetime <= 0 ? 'over on arrival' : `over after ${Math.round(lifetime)} s`;
      return find('cookie.lifetime', say('fail', came));
    }
    const led = sayAddressLogin(reply);
    if (led) return led;
  }
  return null;
}
