import type { Notes } from '../shared/recorder.ts';
import type { TokenParts } from './forgery.ts';
import type { TokenCheck } from './tokenChecks.ts';

const DAY = 86_400;
/** In seconds this is the year 5138; in milliseconds it was 1973. */
const MILLISECONDS_FROM = 1e11;
const LIFETIME_CHECKS = ['token.exp', 'token.expSeconds', 'token.lifetime'] as const;

/** Judges how long a token lives, by its claims, at a moment in seconds. */
function judgeLifetime(claims: TokenParts['claims'], now: number, notes: Notes<TokenCheck>): void {
  const { exp, iat } = claims;
  if (typeof exp !== 'number' || !Number.isFinite(exp)) {
    const names = Object.keys(claims).join(', ');
    const came = exp === undefined ? `no exp; there is ${names || 'nothing'}` : 'exp is no number';
    notes.mark('token.exp', 'fail', came);
    notes.mark('token.expSeconds', 'not applicable', came);
    notes.mark('token.lifetime', 'not applicable', came);
    return;
  }
  const isAhead = exp > now;
  notes.judge('token.exp', isAhead, `exp ${exp}, now it is ${Math.floor(now)}`);
  const isSeconds = exp < MILLISECONDS_FROM;
  notes.judge('token.expSeconds', isSeconds, `exp ${exp}`);
  if (!isSeconds || !isAhead) {
    notes.mark('token.lifetime', 'not applicable', 'exp says nothing of use');
    return;
  }
  const lifetime = Math.round(exp - (typeof iat === 'number' && iat < exp ? iat : now));
  notes.judge('token.lifetime', lifetime <= DAY, `${lifetime} s`, 'warn');
}

/** Judges a token by what can be read in it; `null` for one that is no JWT. */
export function judgeToken(
  parts: TokenParts | null,
  password: string,
  now: number,
  notes: Notes<TokenCheck>,
): void {
  if (!parts) {
    const rest = ['token.algorithm', 'token.noSecrets', ...LIFETIME_CHECKS] as const;
    notes.mark('token.isJwt', 'warn', 'something else');
    for (const id of rest) notes.mark(id, 'not applicable', 'the token is no JWT');
    return;
  }
  const { header, claims } = parts;
  const alg = typeof header.alg === 'string' ? header.alg : 'none';
  notes.mark('token.isJwt', 'pass', `its header is ${JSON.stringify(header)}`);
  notes.judge('token.algorithm', alg.toLowerCase() !== 'none', `alg ${alg}`);
  const names = Object.keys(claims);
  const hasWord = names.some((name) => /^(pass(word|wd)?(_?hash)?|hash|secret)$/i.test(name));
  const hasPassword = password.length > 3 && JSON.stringify(claims).includes(password);
  const list = `claims: ${names.join(', ')}`;
  notes.judge('token.noSecrets', !hasWord && !hasPassword, list);
  judgeLifetime(claims, now, notes);
}
