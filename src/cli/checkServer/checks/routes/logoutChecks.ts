import type { StoredCookie } from '../../../../sim/client/jar.ts';
import { isSameCookie } from '../../../../sim/client/site.ts';
import { type Bench, readCredential } from '../../control/bench.ts';
import {
  hasEnded,
  isBroken,
  isDone,
  isNoLogout,
  type Logout,
  logOut,
  sendLogout,
} from '../../control/logOut.ts';
import { type Holding, readHolding } from '../../credential/holding.ts';
import { splitSigned } from '../../credential/signedCookie.ts';
import type { Library } from '../../discover/found.ts';
import type { Holder } from '../../discover/holder.ts';
import { toLasting } from '../../discover/offeredLogouts.ts';
import { toCopy } from '../../discover/present.ts';
import { isCleared } from '../../wire/jar.ts';
import { describeExchange, describeReply, isOk } from '../../wire/reply.ts';
import type { VisitReply } from '../../wire/visitor.ts';
import {
  ALL_KINDS,
  type Check,
  COOKIE_KINDS,
  judge,
  pass,
  say,
  skip,
  type Verdict,
} from '../check.ts';
import { sayTime, toTokenLifetime } from '../credential/claimChecks.ts';
import { listOtherCookies } from '../credential/credentialCookies.ts';

const ENDINGS: Readonly<Partial<Record<Library, string>>> = {
  'express-session':
    'req.session.destroy(callback); with passport req.logout(callback), which wants its callback',
  '@fastify/session': 'await request.session.destroy()',
  'koa-session': 'ctx.session = null',
};

const toEnding = ({ found: { library } }: Bench) => (library ? ENDINGS[library] : undefined);

/** More characters than these 64 bytes do not need, in base 16: nobody makes a longer ID. */
const LONGEST_ID = 128;

/** Tells where that is kept which the credential stands for: what the server looks up it can end. */
function readHoldingOf({ found }: Bench, copy: Holder): Holding {
  if (found.jwt || found.kind === 'data') return 'open';
  // What a library signs is an ID, however long.
  if (found.library) return 'looked up';
  const { id } = splitSigned(readCredential(found, copy));
  const holding = readHolding(id);
  return holding === 'unknown' && id.length > LONGEST_ID ? 'sealed' : holding;
}

/** Says how bad it is that a copy works after the logout: an ID can be ended, a token by a list alone. */
function sayCopy(bench: Bench, copy: Holder, reply: VisitReply): Verdict {
  const { found, net } = bench;
  const came = describeReply(reply);
  const holding = readHoldingOf(bench, copy);
  if (holding === 'looked up') return say('fail', came, toEnding(bench));
  if (holding === 'unknown') {
    return say(
      'warn',
      `a copy works on: ${came}`,
      'If the server looks it up, delete it there. If all is in it, encrypted, as its length allows, it works until its end: keep that short, or a list of those that were ended.',
    );
  }
  const lifetime = found.jwt && toTokenLifetime(found.jwt, net.now);
  if (lifetime)
    return say('note', `a copy works until exp, ${sayTime(lifetime)} from the login on: ${came}`);
  const what = found.carrier.in === 'cookie' ? 'cookie itself is the session' : 'token holds all';
  return say('note', `a copy works on, as the ${what}: ${came}`);
}

/** Says why the line that clears a cookie does not clear this one. */
export function explainLeftover(cookie: StoredCookie, { cookies }: VisitReply): string {
  const line = cookies.find((each) => each.name === cookie.name && isCleared(each));
  if (!line) return 'no line clears it: the browser keeps it';
  const { stored, isRefused } = line;
  if (isRefused) return `the line that clears it is refused by browsers (${line.line})`;
  if (stored.path !== cookie.path)
    return `it was set for Path=${cookie.path}, and is cleared for Path=${stored.path}`;
  const show = ({ domain, hostOnly }: StoredCookie) =>
    hostOnly ? 'without Domain' : `with Domain=${domain}`;
  if (show(stored) !== show(cookie))
    return `it was set ${show(cookie)}, and is cleared ${show(stored)}`;
  const later = cookies.slice(cookies.indexOf(line) + 1);
  return later.some((each) => each.name === cookie.name && !isCleared(each))
    ? 'it is cleared, and set again by a later line'
    : `it stays after ${line.line}`;
}

/** Returns a cookie that a logout left in the browser as it was: the one of that name, domain and path. */
function findLeftover(
  names: readonly string[],
  { copy, after }: Pick<Logout, 'copy' | 'after'>,
): StoredCookie | null {
  const left = after.visitor.jar.list();
  const isLeft = (cookie: StoredCookie) =>
    left.some((each) => isSameCookie(each, cookie) && each.value === cookie.value);
  return copy.visitor.jar.list().find((each) => names.includes(each.name) && isLeft(each)) ?? null;
}

const listOwnNames = ({ found: { carrier } }: Bench) =>
  carrier.in === 'cookie' ? [carrier.name] : [];

const listOtherNames = (bench: Bench) => listOtherCookies(bench).map(({ name }) => name);

const sayOther = (cookie: StoredCookie, reply: VisitReply) =>
  `the cookie ${cookie.name}: ${explainLeftover(cookie, reply)}`;

const NONE = 'no logout was found (--logout-path, --logout-method)';

/** Makes a check of what a logout did. */
function check(
  parts: Omit<Check, 'run'>,
  look: (bench: Bench, logout: Logout) => ReturnType<Check['run']>,
): Check {
  return {
    ...parts,
    async run(bench) {
      const logout = await logOut(bench);
      return 'shape' in logout ? look(bench, logout) : skip(NONE);
    },
  };
}

export const LOGOUT_CHECKS: readonly Check[] = [
  {
    id: 'logout.there',
    step: 9,
    kinds: ALL_KINDS,
    worst: 'fail',
    expected: 'there is a logout, and it is answered with a 2xx or a redirect',
    why: 'Only the server can end a session. A token is forgotten by the client, and then works until its exp.',
    async run(bench) {
      const logout = await logOut(bench);
      if ('shape' in logout) return pass(describeExchange(logout.reply));
      const isMeant = bench.settings.logoutUrl !== null;
      const broken = logout.refused.find(isBroken);
      const [refusal] = logout.refused;
      if (broken) return say('fail', describeExchange(broken), toEnding(bench));
      if (refusal && isMeant) return say('fail', describeExchange(refusal));
      // What was only guessed may be something else.
      if (refusal) return say('note', `${NONE}; what came: ${describeExchange(refusal)}`);
      const mark = bench.found.carrier.in === 'cookie' && isMeant ? 'fail' : 'note';
      return say(mark, isMeant ? 'nothing is there (--logout-path, --logout-method)' : NONE);
    },
  },
  check(
    {
      id: 'logout.out',
      step: 11,
      kinds: COOKIE_KINDS,
      worst: 'fail',
      expected: 'after the logout the same browser is a stranger',
      why: 'The user leaves a machine behind that is logged in.',
    },
    async (bench, { copy, after, reply }) => {
      const next = await bench.ask(toCopy(after));
      if (bench.access.judge(next) !== 'opened') return pass(describeReply(next));
      const spare = findLeftover(listOtherNames(bench), { copy, after });
      if (spare) return say('fail', sayOther(spare, reply));
      const left = findLeftover(listOwnNames(bench), { copy, after });
      if (!left) return say('fail', describeReply(next), toEnding(bench));
      const why = explainLeftover(left, reply);
      // Where the cookie is the session, to delete it is all that a logout can do.
      if (bench.found.kind !== 'session') return say('fail', why, toEnding(bench));
      const isMissed = reply.cookies.some((each) => each.name === left.name && isCleared(each));
      const came = isMissed ? `${why}, and the session lives on` : describeReply(next);
      return say('fail', came, toEnding(bench));
    },
  ),
  check(
    {
      id: 'logout.cleared',
      step: 9,
      kinds: ALL_KINDS,
      worst: 'warn',
      expected: 'the logout deletes the cookie in the browser',
      why: 'The browser would send it on and on. destroy() sends no Set-Cookie: res.clearCookie() does, with the Path and Domain that it was set with.',
      follows: ['logout.out'],
    },
    async (bench, logout) => {
      const others = listOtherNames(bench);
      const names = [...listOwnNames(bench), ...others];
      if (names.length === 0) return skip('no cookie of the login opens anything');
      const left = findLeftover(names, logout);
      if (!left) return pass('deleted');
      const tell = others.includes(left.name) ? sayOther : explainLeftover;
      return say('warn', tell(left, logout.reply));
    },
  ),
  check(
    {
      id: 'logout.copy',
      step: 10,
      kinds: ALL_KINDS,
      worst: 'fail',
      expected: 'a copy of the credential opens nothing after the logout',
      why: 'Whoever copied it stays logged in until the server ends it. clearCookie() empties one browser only; a token takes a deny-list of jti.',
      follows: ['logout.out', 'cookie.tampered', 'token.tampered'],
    },
    async (bench, { copy }) => {
      const reply = await bench.ask(toCopy(copy));
      if (bench.access.judge(reply) !== 'opened') return pass(describeReply(reply));
      return sayCopy(bench, copy, reply);
    },
  ),
  check(
    {
      id: 'logout.get',
      step: 9,
      kinds: COOKIE_KINDS,
      worst: 'warn',
      expected: 'a GET logs nobody out',
      why: 'A picture or a link on any site could log the user out, and a browser that looks ahead too. What changes something is a POST.',
    },
    async (bench, { shape }) => {
      const url = toLasting(shape.url);
      const isKeyed = shape.page !== null && url.href !== shape.url.href;
      if (shape.method === 'GET' && !isKeyed) {
        return say('warn', `GET ${shape.url.pathname} is the logout`);
      }
      const holder = await bench.renew();
      const copy = toCopy(holder);
      // Another site knows no key of the session.
      const place = { ...shape, url, method: 'GET', page: null } as const;
      const reply = await sendLogout(bench, holder, place);
      const came = describeExchange(reply);
      if (!isDone(reply) || (await isNoLogout(bench, holder, place, reply))) return pass(came);
      return judge(!(await hasEnded(bench, holder, copy, reply)), came, 'warn');
    },
  ),
  check(
    {
      id: 'logout.slow',
      step: 10,
      kinds: ['session'],
      worst: 'fail',
      expected: 'a slow request that ends after the logout does not bring the session back',
      why: 'It holds a copy of the session from before, and writes it back at its end: resave: false, and write nothing that is not needed.',
      follows: ['logout.copy', 'logout.out'],
    },
    async (bench, { shape }) => {
      const { slowUrl } = bench.settings;
      if (!slowUrl) return skip('no slow page was named (--slow-path)');
      const holder = await bench.renew();
      const [copy, waiting] = [toCopy(holder), toCopy(holder)];
      const slow = waiting.visitor.send('GET', slowUrl);
      // The request has to be under way; what it answers is read after the logout.
      await new Promise((resolve) => setTimeout(resolve, 100));
      const reply = await sendLogout(bench, holder, shape);
      const isOver = !(await bench.opens(toCopy(copy)));
      const ended = await slow;
      if (!isOk(ended)) return skip(`the slow page: ${describeReply(ended)}`);
      if (!isOver) return skip(`the logout did not end it: ${describeExchange(reply)}`);
      const again = await bench.ask(copy);
      return judge(bench.access.judge(again) !== 'opened', describeReply(again), 'fail');
    },
  ),
];
