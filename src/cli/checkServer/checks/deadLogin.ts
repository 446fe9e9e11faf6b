import { parseToken } from '../credential/jwt.ts';
import type { DeadLogin } from '../discover/discover.ts';
import { readDate, toLifetime } from '../wire/jar.ts';
import { say, type Verdict } from './check.ts';
import { CHECKS } from './checks.ts';
import { sayTime, toTokenLifetime } from './credential/claimChecks.ts';
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
      const { exp } = parts?.claims ?? {};
      if (!parts || typeof exp !== 'number' || exp > now + 2) continue;
      const lifetime = toTokenLifetime(parts, now) ?? 0;
      return find('token.lifetime', say('fail', `over at once: it lives ${sayTime(lifetime)}`));
    }
    for (const { value, stored } of reply.cookies) {
      const lifetime = toLifetime(stored);
      if (value !== '' && lifetime !== null && lifetime <= 0) {
        return find('cookie.lifetime', say('fail', 'over on arrival'));
      }
    }
  }
  return null;
}
