import type { Bench } from '../../control/bench.ts';
import { hasEnded, isDone } from '../../control/logOut.ts';
import { toCopy } from '../../discover/present.ts';
import { describeReply, isHtml, isRedirect } from '../../wire/reply.ts';
import { openVisitor } from '../../wire/visitor.ts';
import { ALL_KINDS, type Check, COOKIE_KINDS, judge, pass, say, skip } from '../check.ts';
import { isPartitioned, PARTITIONED, readSentCookie } from '../credential/cookieChecks.ts';

const EVIL = 'https://attacker.example';
/** What a page of a frame says that has no origin of its own. */
const FRAME = 'null';

/** Makes origins of others that begin or end as one that is let in: names that anybody can register. */
function listAlike(origin: string): readonly string[] {
  const { protocol, hostname } = new URL(origin);
  // No name ends in another one of this machine.
  const isName = hostname.includes('.') && !/^[\d.]+$|\]$|\.localhost$/.test(hostname);
  const others = isName ? [`${protocol}//evil${hostname}`] : [];
  return [`${protocol}//${hostname}.evil.test`, ...others];
}

/** Lists origins that a server has no reason to let in, the plainest first. */
function listForeign({ found, settings, granted, strangers }: Bench): readonly string[] {
  const named = [granted, ...strangers].map(({ headers }) =>
    headers.get('access-control-allow-origin'),
  );
  const own = [settings.server.origin, found.origin, ...named, 'https://example.com'];
  const known = own.filter((each) => typeof each === 'string' && URL.canParse(each));
  return [...new Set([EVIL, FRAME, ...known.flatMap((each) => listAlike(each ?? ''))])];
}

export const PROFILE_CHECKS: readonly Check[] = [
  {
    id: 'profile.refusal',
    step: 8,
    kinds: ALL_KINDS,
    worst: 'warn',
    expected: 'without a credential the status is 401, or a page leads to the login',
    why: '401 says "log in first", and 403 that a known user may not; with 200 clients take the refusal for the page.',
    async run({ strangers, found: { login } }) {
      const [reply] = strangers;
      if (!reply) return skip('nobody asked');
      if (login.graph && reply.status === 200) return skip('GraphQL refuses with 200');
      const came = describeReply(reply);
      const isPage = login.as !== 'json' && (isRedirect(reply) || isHtml(reply));
      if (reply.status === 401 || isPage) return pass(came);
      return say(reply.status >= 500 ? 'warn' : 'note', came);
    },
  },
  {
    id: 'profile.challenge',
    step: 8,
    kinds: ALL_KINDS,
    worst: 'note',
    expected: 'a 401 carries WWW-Authenticate',
    why: 'RFC 9110 (section 15.5.2) demands it, for tokens also RFC 6750. Browsers and most clients do without.',
    async run({ strangers }) {
      const [reply] = strangers;
      if (reply?.status !== 401) return skip(`the status is ${reply?.status}`);
      const challenge = reply.headers.get('www-authenticate');
      return judge(Boolean(challenge), challenge || '401 without it', 'note');
    },
  },
  {
    id: 'profile.noStore',
    step: 8,
    kinds: ALL_KINDS,
    worst: 'warn',
    expected: 'no cache may keep a private answer',
    why: 'Without Cache-Control: no-store the Back button shows the page after the logout, and a cache may give it to others.',
    async run({ granted }) {
      const field = granted.headers.get('cache-control') ?? '';
      if (/no-store/i.test(field)) return pass(field);
      const age = Number(/max-age=(\d+)/i.exec(field)?.[1] ?? 0);
      const isShared = /\bpublic\b|s-maxage/i.test(field) || (age > 0 && !/private/i.test(field));
      if (isShared) return say('warn', `Cache-Control: ${field}`);
      const came = field === '' ? 'no Cache-Control' : `Cache-Control: ${field}`;
      return say(isHtml(granted) ? 'warn' : 'note', came);
    },
  },
  {
    id: 'cors.origin',
    step: 8,
    kinds: ALL_KINDS,
    worst: 'fail',
    expected: 'pages of other origins may not read the profile with the user’s cookies',
    why: 'Who mirrors any Origin and allows credentials lets every page that a cookie travels from read what the user can. Name the origins.',
    async run(bench) {
      const { carrier } = bench.found;
      const holder = bench.holder();
      for (const origin of listForeign(bench)) {
        const { headers } = await bench.ask(holder, { Origin: origin });
        const allowed = headers.get('access-control-allow-origin');
        const withCookies = headers.get('access-control-allow-credentials') === 'true';
        if (allowed !== origin || !withCookies) continue;
        const came = `Access-Control-Allow-Origin: ${allowed}, with credentials`;
        if (carrier.in === 'header') return say('note', came);
        const cookie = holder.visitor.jar.list().find(({ name }) => name === carrier.name);
        // Lax keeps it at home for other sites, but not for other origins of the same site.
        const sent = readSentCookie(bench, holder);
        const isSent = cookie?.sameSite === 'none' && !(sent && isPartitioned(sent));
        return say(isSent ? 'fail' : 'warn', came);
      }
      return pass('it is not mirrored');
    },
  },
  {
    id: 'session.anonymous',
    step: 1,
    kinds: ['session'],
    worst: 'note',
    expected: 'who has not logged in gets no session',
    why: 'Otherwise each visitor fills the store (saveUninitialized: false).',
    async run({ net, found: { carrier, profile } }) {
      const reply = await openVisitor(net).send('GET', profile.url);
      const name = carrier.in === 'cookie' ? carrier.name : '';
      const got = reply.cookies.find((cookie) => cookie.name === name);
      return judge(!got, got ? `a ${name} cookie with ${describeReply(reply)}` : 'none', 'note');
    },
  },
];

/** Comes after the logout was found, which it is tried with. */
export const CROSS_SITE_CHECKS: readonly Check[] = [
  {
    id: 'request.crossSite',
    step: 9,
    kinds: COOKIE_KINDS,
    worst: 'fail',
    expected: 'a page of another site cannot send requests in the user’s name',
    why: 'With SameSite=None the browser sends the cookie along with a form on any site (CSRF). Take Lax, or refuse a foreign Origin.',
    async run(bench) {
      const [first] = bench.logins;
      const sent = readSentCookie(bench, first?.holder);
      if (sent && isPartitioned(sent)) return pass(`Partitioned: ${PARTITIONED}`);
      const cookie = sent?.stored;
      if (cookie?.sameSite === 'lax' || cookie?.sameSite === 'strict') {
        return pass(`SameSite=${cookie.sameSite}: browsers do not send it`);
      }
      if (cookie?.sameSite !== 'none')
        return skip('without SameSite each browser has its own rule');
      const { logout } = bench.found;
      if (logout?.method !== 'POST') return skip('there is no POST to try it with (--logout-path)');
      const holder = await bench.renew();
      const copy = toCopy(holder);
      let came = '';
      for (const origin of listForeign(bench)) {
        const reply = await holder.visitor.send('POST', logout.url, {
          headers: {
            Origin: origin,
            'Sec-Fetch-Site': 'cross-site',
            // The rest of the address is the page’s own choice.
            ...(origin !== FRAME && { Referer: `${origin}/?${bench.settings.server.origin}/` }),
          },
          body: { type: 'application/x-www-form-urlencoded', text: '' },
        });
        came = `the logout from ${origin}: ${describeReply(reply)}`;
        // Some refusals lead back to the login.
        if (isDone(reply) && (await hasEnded(bench, holder, copy, reply))) return say('fail', came);
      }
      return pass(came);
    },
  },
];
