import type { EmptyLogin } from '../discover/discover.ts';
import { describeExchange } from '../wire/reply.ts';
import { sayAddressLogin } from './addressLogin.ts';
import { say } from './check.ts';
import { type Finding, toFinding } from './runChecks.ts';

const CREDENTIAL = {
  id: 'login.credential',
  step: 4,
  expected: 'a login brings a cookie or a token',
  why: 'Without one the next request is a stranger’s. express-session leaves a Secure cookie out, without a word, where it sees plain http: behind a proxy it takes app.set("trust proxy", 1), on this machine secure: false.',
};

/** Says of a login that was accepted, as no wrong password is, that it brought nothing. */
export const sayEmptyLogin = ({ empty: { holder } }: EmptyLogin): Finding =>
  sayAddressLogin(holder.reply) ??
  toFinding(
    CREDENTIAL,
    say('fail', `${describeExchange(holder.reply)}, and no cookie or token with it`),
  );
