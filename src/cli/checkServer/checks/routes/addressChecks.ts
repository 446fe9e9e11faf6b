import { type Bench, readCredential } from '../../control/bench.ts';
import { parseToken } from '../../credential/jwt.ts';
import { decodeValue, readCookieJwt } from '../../credential/signedCookie.ts';
import { isIdLike, listTokens } from '../../credential/tokens.ts';
import type { Holder } from '../../discover/holder.ts';
import { findLoginForms } from '../../discover/htmlForms.ts';
import { fetchExtras, toLoginBody } from '../../discover/login.ts';
import { describeReply, isOk, isRedirect, toLocation } from '../../wire/reply.ts';
import { openVisitor } from '../../wire/visitor.ts';
import { ALL_KINDS, type Check, pass, say, skip, type Verdict } from '../check.ts';
import { opensWith } from '../credential/otherTokenChecks.ts';
import { limit } from './loginChecks.ts';

/** Shorter than this, it may stand in an address by chance. */
const SHORTEST = 12;

/** Says in which part of an address something stands: only the fragment stays in the browser. */
const judgePlace = ({ pathname, search, hash }: URL, has: (part: string) => boolean) => {
  if (has(pathname + search))
    return say('fail', `the login leads to ${pathname} with it in the query`);
  return has(hash) ? say('warn', `the login leads to ${pathname} with it behind the #`) : null;
};

/** Lists what a login brought that opens a door: of what is signed the whole, as the rest may name a user. */
function listBrought({ found }: Bench, holder: Holder): readonly string[] {
  const { carrier } = found;
  const cookie = carrier.in === 'cookie' ? holder.visitor.sent.get(carrier.name)?.value : undefined;
  const values = [
    ...(cookie === undefined ? [readCredential(found, holder)] : [cookie]),
    ...holder.tokens.map(({ token }) => token),
  ];
  const all = values.flatMap((value) => [value, decodeValue(value), readCookieJwt(value) ?? '']);
  return [...new Set(all)].filter(({ length }) => length >= SHORTEST);
}

const NAME = /token|jwt|bearer|session|sid$/i;

const listParams = (part: string) => [...new URLSearchParams(part.replace(/^[^?#]*[?#]/, ''))];

/** Says where in an address a token stands, by its look or by its name; `null` where there is none. */
export const findAddressToken = (url: URL, isNamed: boolean): Verdict | null =>
  judgePlace(url, (part) =>
    listParams(part).some(
      ([name, value]) =>
        parseToken(value) !== null || (isNamed && NAME.test(name) && isIdLike(value)),
    ),
  );

/** Lists the JWTs of an address that open the profile: others may be codes that work once. */
async function listOpening(bench: Bench, { search, hash }: URL): Promise<readonly string[]> {
  const opening: string[] = [];
  for (const [, value] of [...listParams(search), ...listParams(hash)]) {
    if (!parseToken(value)) continue;
    const reply = await opensWith(bench, value);
    if (bench.access.judge(reply) === 'opened') opening.push(value);
  }
  return opening;
}

export const ADDRESS_CHECK: Check = {
  id: 'login.address',
  step: 4,
  kinds: ALL_KINDS,
  worst: 'fail',
  expected: 'the login leads to no address that holds the token or the session ID',
  why: 'Addresses stand in the history, in logs of servers and proxies and in the Referer, and are passed on. A token goes into the body, an ID into a cookie, and what has to go along into a code that works once.',
  async run(bench) {
    const holder = bench.logins[0]?.holder;
    if (!holder) return skip('nobody logged in');
    const location = toLocation(holder.reply);
    const urls = [location, holder.landing?.url, bench.landing?.url].flatMap((url) => url ?? []);
    const brought = [...listBrought(bench, holder)];
    for (const url of urls) brought.push(...(await listOpening(bench, url)));
    const verdicts = urls.flatMap((url) => {
      const has = (part: string) =>
        brought.some((each) => part.includes(each) || decodeValue(part).includes(each));
      return judgePlace(url, has) ?? [];
    });
    const worst = verdicts.find(({ mark }) => mark === 'fail') ?? verdicts[0];
    return worst ?? pass(location ? 'it is not in there' : 'it leads nowhere');
  },
};

const IN_ADDRESS = ['token', 'access_token', 'sid'];

export const QUERY_CHECK: Check = {
  id: 'profile.address',
  step: 4,
  kinds: ALL_KINDS,
  worst: 'warn',
  expected: 'the token or the session ID opens nothing where it stands in the address',
  why: 'Addresses stand in the history, in logs of servers and proxies and in the Referer: who reads one is in. Read the header or the cookie alone.',
  async run(bench) {
    const { profile, carrier } = bench.found;
    if (profile.method !== 'GET') return skip('the profile is asked for by POST');
    const holder = (await bench.opens(bench.holder())) ? bench.holder() : await bench.renew();
    const value = readCredential(bench.found, holder);
    const own = carrier.in === 'cookie' ? carrier.name : (carrier.field.split('.').at(-1) ?? '');
    const opensWithParam = async (name: string, text: string) => {
      const url = new URL(profile.url);
      url.searchParams.set(name, text);
      return bench.access.judge(await openVisitor(bench.net).send('GET', url)) === 'opened';
    };
    for (const name of new Set([own, ...IN_ADDRESS])) {
      // With a query it may be another page, which is open to all.
      if ((await opensWithParam(name, value)) && !(await opensWithParam(name, 'nonsense')))
        return say('warn', `?${name}=… opens it, with no header and no cookie`);
    }
    return pass('it opens nothing');
  },
};

/** Logs in by GET, with all in the address. */
async function logInByGet({ net, settings, found }: Bench): Promise<Holder> {
  const { login, carrier } = found;
  const visitor = openVisitor(net);
  const extras = await fetchExtras(visitor, login);
  const { username, password } = settings;
  const credentials = { username, password };
  const { text } = toLoginBody({ ...login, as: 'form' }, credentials, extras.fields);
  const url = new URL(login.url);
  url.search += `${url.search === '' ? '?' : '&'}${text}`;
  const reply = await visitor.send('GET', url, { headers: extras.headers });
  const tokens = listTokens(reply, login.tokenField);
  const field = carrier.in === 'header' ? carrier.field : null;
  const token = tokens.find((given) => given.field === field)?.token ?? null;
  return { visitor, reply, tokens, token, landing: null };
}

export const GET_CHECK: Check = {
  id: 'login.get',
  step: 2,
  kinds: ALL_KINDS,
  worst: 'fail',
  expected: 'a GET with name and password in its address logs nobody in',
  why: 'The password would stand in the history and in every log by the way. Take POST alone: app.post, not app.all; in a form method="post".',
  follows: ['login.wrongPassword'],
  async run(bench) {
    const { login } = bench.found;
    const holder = await logInByGet(bench);
    const isIn = isOk(holder.reply) || isRedirect(holder.reply);
    const came = `GET ${login.url.pathname}: ${describeReply(holder.reply)}`;
    if (!isIn || !(await bench.opens(holder))) {
      bench.net.count.attempts += 1;
      return holder.reply.status === 429 ? limit : pass(came);
    }
    bench.net.count.logins += 1;
    const page = login.page && (await openVisitor(bench.net).send('GET', login.page));
    const isAsked = page !== null && findLoginForms(page.text)[0]?.method === 'GET';
    return isAsked
      ? say('fail', `the form of ${page.url.pathname} sends it so; ${came}`)
      : say('warn', came);
  },
};
