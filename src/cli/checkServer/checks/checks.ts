import type { Check } from './check.ts';
import { CLAIM_CHECKS } from './credential/claimChecks.ts';
import { COOKIE_CHECKS } from './credential/cookieChecks.ts';
import { EXPIRY_CHECKS } from './credential/expiryChecks.ts';
import { GUESS_CHECKS } from './credential/guessChecks.ts';
import { KEPT_CHECKS } from './credential/keptChecks.ts';
import { KEY_CHECKS } from './credential/keyChecks.ts';
import { OTHER_TOKEN_CHECKS } from './credential/otherTokenChecks.ts';
import { SECRET_CHECKS } from './credential/secretChecks.ts';
import { SESSION_CHECKS } from './credential/sessionChecks.ts';
import { TAMPER_CHECKS } from './credential/tamperChecks.ts';
import { TOKEN_CHECKS } from './credential/tokenChecks.ts';
import { ADDRESS_CHECK, GET_CHECK, QUERY_CHECK } from './routes/addressChecks.ts';
import { ANSWER_CHECKS } from './routes/answerChecks.ts';
import { ERROR_CHECKS } from './routes/errorChecks.ts';
import { INPUT_CHECKS } from './routes/inputChecks.ts';
import { LOCK_CHECKS } from './routes/lockChecks.ts';
import { LOGIN_CHECKS } from './routes/loginChecks.ts';
import { LOGOUT_CHECKS } from './routes/logoutChecks.ts';
import { CROSS_SITE_CHECKS, PROFILE_CHECKS } from './routes/profileChecks.ts';
import { TIME_CHECKS } from './routes/timeChecks.ts';
import { STEADY_CHECK } from './steadyCheck.ts';

/**
 * All checks in the order in which they run: first what one login tells, then what takes more of
 * them, at last what may end a server.
 */
export const CHECKS: readonly Check[] = [
  STEADY_CHECK,
  ...COOKIE_CHECKS.filter(({ id }) => id !== 'cookie.expiresMoves'),
  ...CLAIM_CHECKS.filter(({ id }) => id !== 'token.lifetime'),
  ...KEPT_CHECKS,
  ...ANSWER_CHECKS,
  ADDRESS_CHECK,
  ...PROFILE_CHECKS,
  QUERY_CHECK,
  ...TAMPER_CHECKS,
  ...TOKEN_CHECKS,
  ...KEY_CHECKS,
  ...SECRET_CHECKS,
  ...OTHER_TOKEN_CHECKS,
  ...SESSION_CHECKS,
  ...COOKIE_CHECKS.filter(({ id }) => id === 'cookie.expiresMoves'),
  ...LOGOUT_CHECKS,
  ...CLAIM_CHECKS.filter(({ id }) => id === 'token.lifetime'),
  ...CROSS_SITE_CHECKS,
  ...LOGIN_CHECKS,
  GET_CHECK,
  ...GUESS_CHECKS,
  ...INPUT_CHECKS.filter(({ id }) => id !== 'login.badInput'),
  ...TIME_CHECKS,
  ...EXPIRY_CHECKS,
  ...LOCK_CHECKS,
  ...INPUT_CHECKS.filter(({ id }) => id === 'login.badInput'),
  ...ERROR_CHECKS,
];
