import type { StoredCookie } from '../../../../sim/client/jar.ts';
import type { Bench } from '../../control/bench.ts';
import { LoginLost, readCredential, toCarried } from '../../control/bench.ts';
import { changeLetter } from '../../credential/changeLetter.ts';
import { splitSigned } from '../../credential/signedCookie.ts';
import type { Library } from '../../discover/found.ts';
import type { Holder } from '../../discover/holder.ts';
import { isAlike } from '../../discover/login/loginAnswer.ts';
import { logIn } from '../../discover/login.ts';
import { describeReply } from '../../wire/reply.ts';
import { openVisitor } from '../../wire/visitor.ts';
import { type Check, judge, pass, say, skip } from '../check.ts';
import { readSentCookie, spaceLogins } from './cookieChecks.ts';

const RENEWALS: Readonly<Partial<Record<Library, string>>> = {
  'express-session': 'req.session.regenerate() before you write into it',
  '@fastify/session': 'await request.session.regenerate()',
  'koa-session': 'ctx.session.regenerate()',
};

export const toId = ({ found }: Bench, holder: Holder) =>
  splitSigned(readCredential(found, holder)).id;

/** A login by somebody who came with cookies. */
interface Fixation {
  readonly planted: readonly StoredCookie[];
  /** Whether the cookies are those of a stranger, or of an earlier login. */
  readonly isStrange: boolean;
  readonly idBefore: string;
  readonly after: Holder | null;
}

/** Returns a visitor with whatever a server gives to those who have not logged in. */
async function becomeStranger({ net, found }: Bench) {
  const visitor = openVisitor(net);
  const { login, profile } = found;
  for (const url of [profile.url, login.page, login.csrfPages[0]]) {
    if (url) await visitor.send('GET', url);
  }
  return visitor;
}

/** Tells whether a login by somebody who is in already gets the same answer whatever the password. */
async function isPassedOn(bench: Bench, planted: readonly StoredCookie[], after: Holder) {
  const { username, password } = bench.settings;
  const wrong = { username, password: `not-${password}` };
  return isAlike(after, await logIn(openVisitor(bench.net, planted), bench.found.login, wrong));
}

const fixate = (bench: Bench) =>
  bench.once('fixation', async (): Promise<Fixation> => {
    const stranger = { ...bench.holder(), visitor: await becomeStranger(bench) };
    const isStrange = toId(bench, stranger) !== '';
    // Best with an ID from before any login; where nobody gets one, with that of an earlier login.
    const victim = isStrange ? stranger : toCarried(bench.found, bench.holder());
    const planted = victim.visitor.jar.list();
    const idBefore = toId(bench, victim);
    await spaceLogins(bench);
    const first = bench.logins[0]?.holder.reply;
    const after = await bench.renew(openVisitor(bench.net, planted));
    const isAsBefore =
      after.reply.status === first?.status &&
      after.reply.headers.get('location') === first.headers.get('location');
    // Who is in already may be sent on without a login.
    const isLogin =
      isStrange ||
      (isAsBefore &&
        (toId(bench, after) !== idBefore || !(await isPassedOn(bench, planted, after))));
    return { planted, isStrange, idBefore, after: isLogin ? after : null };
  });

export const SESSION_CHECKS: readonly Check[] = [
  {
    id: 'session.newId',
    step: 3,
    kinds: ['session'],
    worst: 'fail',
    expected: 'the login makes a new session ID, whatever cookie came with it',
    why: 'Session fixation: whoever planted or saw the ID from before is logged in along with the user.',
    async run(bench) {
      const { after, idBefore, isStrange } = await fixate(bench);
      if (!after) return skip('who is logged in already is not logged in again');
      const isNew = toId(bench, after) !== idBefore;
      const origin = isStrange ? 'from before the login' : 'of the login before';
      const came = `the ID ${origin} is ${isNew ? 'replaced' : 'still in use'}`;
      const { library } = bench.found;
      return judge(isNew, came, 'fail', library ? RENEWALS[library] : undefined);
    },
  },
  {
    id: 'session.oldId',
    step: 3,
    kinds: ['session'],
    worst: 'fail',
    expected: 'the ID from before the login is worth nothing afterwards',
    why: 'A second key that nobody keeps an eye on.',
    follows: ['session.newId', 'cookie.tampered'],
    async run(bench) {
      const { after, planted, isStrange } = await fixate(bench);
      if (!after) return skip('who is logged in already is not logged in again');
      const old = { ...after, visitor: openVisitor(bench.net, planted) };
      const reply = await bench.ask(old);
      if (bench.access.judge(reply) !== 'opened') return pass(describeReply(reply));
      // An earlier login of the same user is no stranger's, and some servers let several be.
      return say(isStrange ? 'fail' : 'note', describeReply(reply));
    },
  },
  {
    id: 'session.notAdopted',
    step: 3,
    kinds: ['session'],
    worst: 'fail',
    expected: 'an invented session ID is not adopted at the login',
    why: 'An attacker could choose the ID himself and plant it, which is session fixation without any effort.',
    follows: ['session.newId', 'cookie.tampered'],
    async run(bench) {
      const cookie = readSentCookie(bench);
      if (!cookie) return skip('no line that set the cookie was seen');
      const planted = [{ ...cookie.stored, value: changeLetter(cookie.stored.value), path: '/' }];
      const before = bench.holder();
      try {
        await bench.visit(openVisitor(bench.net, planted));
      } catch (error) {
        if (!(error instanceof LoginLost) || error.isLimit) throw error;
        return pass(error.message);
      }
      const thief = { ...before, visitor: openVisitor(bench.net, planted) };
      const reply = await bench.ask(thief);
      return judge(bench.access.judge(reply) !== 'opened', describeReply(reply), 'fail');
    },
  },
];
