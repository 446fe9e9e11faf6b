import type { EmptyLogin } from '../discover/discover.ts';
import { logIn } from '../discover/login.ts';
import { describeExchange } from '../wire/reply.ts';
import { openVisitor } from '../wire/visitor.ts';
import { say } from './check.ts';
import { type Finding, toFinding } from './runChecks.ts';

const CREDENTIAL = {
  id: 'login.credential',
  step: 4,
  expected: 'a login brings a cookie or a token',
  why: 'Without one the next request is a stranger’s. express-session leaves a Secure cookie out, without a word, where it sees plain http: behind a proxy it takes app.set("trust proxy", 1), on this machine secure: false.',
};

/** Judges a login that was accepted and brought nothing, unless wrong passwords get the same. */
export async function sayEmptyLogin({
  empty: { shape, holder },
  survey: { net, settings },
}: EmptyLogin): Promise<{ finding: Finding | null; problem: string | null }> {
  const { username, password } = settings;
  const wrong = await logIn(openVisitor(net), shape, { username, password: `not-${password}` });
  const { reply } = holder;
  const isAlike = wrong.reply.status === reply.status && wrong.reply.text === reply.text;
  const came = describeExchange(reply);
  if (!isAlike) {
    const told = `${came}, and no cookie or token with it`;
    return { finding: toFinding(CREDENTIAL, say('fail', told)), problem: null };
  }
  const problem = `No login was accepted: right and wrong passwords get the same. What came:\n  ${came}\nAre user and password right (--username, --password), and their names (--username-field, --password-field)? Is this the login (--login-path)?`;
  return { finding: null, problem };
}
