import type { EmptyLogin } from '../discover/discover.ts';
import { describeExchange, toLocation } from '../wire/reply.ts';
import { say, type Verdict } from './check.ts';
import { CHECKS } from './checks.ts';
import { findAddressToken } from './routes/addressChecks.ts';
import { type Finding, toFinding } from './runChecks.ts';

const CREDENTIAL = {
  id: 'login.credential',
  step: 4,
  expected: 'a login brings a cookie or a token',
  why: 'Without one the next request is a stranger’s. express-session leaves a Secure cookie out, without a word, where it sees plain http: behind a proxy it takes app.set("trust proxy", 1), on this machine secure: false.',
};

/** Says that the token stands in the address that the login leads to; `null` where none does. */
function sayAddress(url: URL | null): Finding | null {
  const check = CHECKS.find(({ id }) => id === 'login.address');
  const verdict: Verdict | null = url && findAddressToken(url);
  return check && verdict ? toFinding(check, verdict) : null;
}

/** Says of a login that was accepted, as no wrong password is, that it brought nothing. */
export const sayEmptyLogin = ({ empty: { holder } }: EmptyLogin): Finding =>
  sayAddress(toLocation(holder.reply)) ??
  toFinding(
    CREDENTIAL,
    say('fail', `${describeExchange(holder.reply)}, and no cookie or token with it`),
  );
