import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Cookie } from 'tough-cookie';
import type { Action, ActionOf, ActionType } from '../../../src/sim/action.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import type { State } from '../../../src/sim/state.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { onClock } from './backend.ts';
import type { Browser, SameSiteContext } from './browser.ts';
import { openBrowser } from './browser.ts';
import type { Party } from './clients.ts';
import { createClientOf } from './clients.ts';
import { setTime } from './clock.ts';
import {
  forgePair,
  INVENTED_PAIR,
  listPairs,
  readPair,
  tamperPair,
  toPairText,
} from './cookiePair.ts';
import {
  forgeCookie,
  forgeToken,
  isRefreshToken,
  tamperCookie,
  tamperToken,
} from './credentials.ts';
import type { Exchange } from './exchange.ts';
import { toWhose } from './pageFetch.ts';
import { type ServerId, type Servers, toFirstKeys } from './world.ts';

/** All Actions, done for real in one lane. A refusal of the server rejects. */
export type Deeds = { readonly [T in ActionType]: (action: ActionOf<T>) => Promise<unknown> };

const INVENTED = `s%3A${'A'.repeat(32)}.${'A'.repeat(43)}`;
const INVENTED_TOKEN = `eyJhbGciOiJIUzI1NiJ9.e30.${'A'.repeat(43)}`;
const FORM = 'to=mallory&amount=100';
const FORM_FIELD = { 'Content-Type': 'application/x-www-form-urlencoded' };
const toPost = (target: string) =>
  target === '/transfer' ? { method: 'POST', headers: FORM_FIELD, body: FORM } : {};

/** A request that a server has let in and not answered. */
interface SlowVisit {
  /** Of the client that waits. */
  readonly id: string;
  readonly server: ServerId;
  isOver: boolean;
  answer: Promise<void> | null;
}

/** Where a page of another site is, or of a subdomain. */
const toForeign = ({ protocol, hostname, port }: URL, from: 'evil' | 'sibling') => {
  const isAddress = /^[\d.]+$/.test(hostname);
  const host = isAddress ? 'localhost' : hostname;
  const name = from === 'sibling' ? `sub.${host}` : `evil.${host.split('.').at(-1)}`;
  return new URL(`${protocol}//${name}:${port}`).origin;
};

export interface Lane {
  readonly deeds: Deeds;
  /** Whoever has a browser, by the ID of the client; one that has not acted yet has an empty one. */
  getParty(id: string): Party;
  /** What the attacker has, the latest last. */
  readonly stolen: () => readonly string[];
  takeExchanges(): Exchange[];
  /** Lets every request end that is still under way. */
  settle(): Promise<void>;
  /** The request that shows a credential, from no browser. */
  toRequest(credential: string, target?: string): Parameters<Browser['visit']>[0];
}

/** Opens a lane: a user with as many browsers as the run names, and an attacker with another one. */
export function openLane(strategy: Strategy, settings: Settings, servers: Servers): Lane {
  const { origin, user, token } = settings;
  const isSession = strategy === 'session';
  const inCookie = isSession || token.keptIn === 'cookie';
  const isPair = isSession && settings.session.dataIn === 'cookie';
  const sid = settings.session.cookieName ?? 'connect.sid';
  const cookieName = isPair ? 'session' : isSession ? sid : (token.cookieName ?? 'token');
  // localhost and addresses are sites by themselves.
  const hasSiblings = /[^\d.]\./.test(new URL(origin).hostname);
  const profile = `${origin}/profile`;
  let server: ServerId = 'server';
  let stolen: readonly string[] = [];
  let byHand: Exchange[] = [];
  let slow: readonly SlowVisit[] = [];
  let lastPassword = user.password;

  const send = (request: Parameters<ReturnType<Servers['get']>['exchange']>[0]) =>
    servers.get(server).exchange(request);
  const readAhead = () => servers.toConfig(server).clockOffset;
  const openParty = () =>
    createClientOf(
      strategy,
      settings,
      openBrowser(send, readAhead, settings.thirdPartyCookies === 'blocked'),
    );
  const parties = new Map<string, Party>();
  const getParty = (id: string): Party => {
    const party = parties.get(id) ?? openParty();
    parties.set(id, party);
    return party;
  };
  const [client, attacker] = [getParty('client'), getParty('attacker')];

  const refreshUrl = `${origin}/refresh`;
  const isRefreshInCookie = token.refreshInCookie && token.refreshLifetime !== undefined;
  async function readRefresh({ browser, items }: Party): Promise<string | undefined> {
    if (isSession || !isRefreshInCookie) return items.get('refreshToken');
    return (await browser.findCookie(refreshUrl, 'refreshToken'))?.value;
  }
  async function readHeld({ browser, items }: Party): Promise<string | null> {
    if (!inCookie) return items.get('token') ?? null;
    if (isPair) return readPair(await browser.jar.get(profile));
    return (await browser.findCookie(profile, cookieName))?.value ?? null;
  }
  /** What a thief copies of a jar, the one that servers read last. */
  const toSessions = (cookies: readonly Cookie[]): readonly string[] =>
    (isPair ? listPairs(cookies) : cookies.map(({ value }) => value)).toReversed();
  const toBearer = (value: string | undefined | null): Record<string, string> =>
    value ? { Authorization: `Bearer ${value}` } : {};
  const take = (taken: readonly (string | null | undefined)[]) => {
    const found = [...new Set(taken.filter((item) => typeof item === 'string'))];
    stolen = [...stolen.filter((item) => !found.includes(item)), ...found];
  };
  const pickStolen = () =>
    (isSession ? stolen.at(-1) : stolen.findLast((item) => !isRefreshToken(item))) ?? null;

  const toRequest: Lane['toRequest'] = (credential, target = '/profile') => {
    const { headers = {}, ...rest } = toPost(target) as { headers?: Record<string, string> };
    const shown: Record<string, string> = inCookie
      ? { Cookie: `${cookieName}=${credential}` }
      : toBearer(credential);
    return {
      ...{ url: new URL(target, origin).href, withCookies: false, ...rest },
      headers: { ...shown, ...headers },
    };
  };
  /** A program can write what a browser would, whatever page it has none of. */
  const toForgedWhose = (target = '/profile') => {
    const { frontEnd, csrf } = settings;
    if (csrf === 'fetchSite') return { fetchSite: 'same-origin' };
    const isAsked = csrf === 'origin' && target === '/transfer';
    return isAsked ? { origin: frontEnd?.origin ?? origin } : {};
  };
  /** Sends a request from a program, which no rule of a browser binds. */
  async function sendByHand(
    credential: string | null,
    target?: string,
    byAttacker = true,
  ): Promise<void> {
    if (credential === null) return;
    const program = openBrowser(send);
    const asked = { ...toForgedWhose(target), ...toRequest(credential, target) };
    const known = attacker.items.get('csrfTokenRead');
    const form = known && asked.body ? { body: `${asked.body}&_csrf=${known}` } : {};
    const { response } = await program.visit({ ...asked, ...form });
    const told = settings.csrf === 'token' && JSON.parse(response.body ?? 'null')?.csrfToken;
    if (told && byAttacker) attacker.items.set('csrfTokenRead', told);
    byHand.push(...program.takeExchanges());
  }

  /** A page of the site's own asks for more than client.js does. */
  const visitPage = ({ fetch, credentials, items }: Party, target: string) => {
    const { headers, ...rest } = toPost(target) as { headers?: Record<string, string> };
    const shown = isSession ? {} : toBearer(items.get('token'));
    return fetch(origin + target, { ...rest, credentials, headers: { ...shown, ...headers } });
  };

  /** What a page of the account does, which client.js has not. */
  const post = ({ fetch, credentials, items }: Party, target: string, body?: string) => {
    const shown = isSession ? {} : toBearer(items.get('token'));
    const type: Record<string, string> =
      body === undefined ? {} : { 'Content-Type': 'application/json' };
    return fetch(origin + target, {
      ...{ method: 'POST', credentials, headers: { ...shown, ...type } },
      ...(body !== undefined && { body }),
    });
  };

  async function removeCookie({ browser }: Party): Promise<void> {
    for (const cookie of await browser.jar.get(profile)) {
      if ([cookieName, `${cookieName}.sig`].includes(cookie.key)) await browser.jar.remove(cookie);
    }
  }

  async function obtainCookie(): Promise<Cookie | undefined> {
    const { browser } = attacker;
    await browser.jar.clear();
    // Whoever has no cookie yet needs no browser but to keep the one that comes.
    await browser.visit({ ...toForgedWhose(), url: `${origin}/profile` });
    return browser.findCookie(origin, cookieName);
  }

  /** Lets a slow request have its answer: at its server the others keep their turn. */
  async function finish(one: SlowVisit): Promise<void> {
    const nth = slow.filter((each) => each.server === one.server).indexOf(one);
    slow = slow.filter((each) => each !== one);
    await servers.get(one.server).release(nth);
    await one.answer;
    setTime(servers.world.clock);
  }

  /** Does what an attacker would do to plant a cookie; what comes of it is the jar's affair. */
  function plantCookie(
    value: string,
    by: ActionOf<'plant'>['by'],
    name = cookieName,
  ): Promise<void> {
    const { keep } = client.browser;
    const { protocol, host, hostname } = new URL(origin);
    const pair = `${name}=${value}`;
    // Where the name promises Secure, whoever plants it says so, too.
    const more = /^__(secure|host|http)-/i.test(name) ? '; Secure' : '';
    if (by === 'subdomain') {
      const sub = /^[\d.]+$/.test(hostname) ? 'sub.localhost' : `sub.${host}`;
      return keep(`${pair}; Domain=${hostname}; Path=/${more}`, `${protocol}//${sub}/`, true);
    }
    if (by === 'http') return keep(`${pair}; Path=/${more}`, `http://${host}/`);
    return keep(`${pair}; Path=${by === 'path' ? '/profile' : '/'}${more}`, `${origin}/`, true);
  }

  /** Trades in one refresh token twice, where the servers read first: both have read it before either writes. */
  async function refreshHeld(refresh: () => Promise<unknown>, browser: Browser): Promise<void> {
    const backend = servers.get(server);
    const held = await backend.countWaiting();
    servers.world.holdsTrades = true;
    const answers: Promise<unknown>[] = [];
    await browser.atOnce(refreshUrl, async () => {
      for (const nth of [1, 2]) {
        let isOver = false;
        const answer = refresh()
          .catch((error: Error) => error)
          .finally(() => {
            isOver = true;
          });
        answers.push(answer);
        while (!isOver && (await backend.countWaiting()) < held + nth) await nextTurn();
        setTime(servers.world.clock);
      }
    });
    servers.world.holdsTrades = false;
    for (const answer of answers) {
      await backend.release(held);
      const error = await answer;
      setTime(servers.world.clock);
      if (error instanceof Error && !/^the server answered/.test(error.message)) throw error;
    }
  }

  const at = (id: ServerId = 'server') => {
    server = id;
  };
  const who = (id = 'client') => getParty(id);

  const deeds: Deeds = {
    async login({ password, old, client: id, server: to }) {
      at(to);
      const right = old ? lastPassword : servers.world.user.password;
      await who(id).logIn(user.username, password ?? right);
    },
    async request({ target = '/profile', client: id, server: to }) {
      at(to);
      if (target === '/profile') return who(id).getProfile();
      return visitPage(who(id), target);
    },
    async logout({ client: id, server: to }) {
      at(to);
      await who(id).logOut();
    },
    async logoutEverywhere({ client: id, server: to }) {
      at(to);
      const party = who(id);
      const isEndable = token.comparesIat || token.refreshLifetime !== undefined;
      if (isPair || (!isSession && !isEndable)) return party.logOut();
      try {
        await post(party, '/logout-everywhere');
      } finally {
        party.items.delete('token');
        party.items.delete('refreshToken');
      }
    },
    async changePassword({ client: id, server: to }) {
      at(to);
      const { password } = servers.world.user;
      const count = Number(/ (\d+)$/.exec(password)?.[1] ?? 1);
      const newPassword = `${user.password} ${password === user.password ? 2 : count + 1}`;
      try {
        await post(who(id), '/password', JSON.stringify({ password, newPassword }));
      } finally {
        if (servers.world.user.password !== password) lastPassword = password;
      }
    },
    wait: async () => {},
    end: async () => {},
    async storeOutage({ over = false }) {
      const { second, sharedStore, session } = settings;
      if (session.store === 'persistent' || (second && sharedStore))
        servers.world.storeDown = !over;
    },
    async restart({ server: id = 'server' }) {
      slow = slow.filter((one) => one.server !== id);
      await servers.restart(id);
    },
    async forget({ client: id }) {
      if (inCookie) await removeCookie(who(id));
      for (const name of ['token', 'refreshToken']) who(id).items.delete(name);
    },
    async startSlow({ client: id, server: to }) {
      at(to);
      const backend = servers.get(server);
      const before = await backend.countWaiting();
      const one: SlowVisit = { id: id ?? 'client', server, isOver: false, answer: null };
      const over = () => {
        one.isOver = true;
      };
      one.answer = visitPage(who(id), '/report').then(over, over);
      while (!one.isOver && (await backend.countWaiting()) === before) await nextTurn();
      // Its exchange is still open, and has the server's clock until its end.
      setTime(servers.world.clock);
      if (!one.isOver) slow = [...slow, one];
    },
    async finishSlow({ client: id = 'client' }) {
      const one = slow.find((each) => each.id === id);
      if (!one) return;
      await finish(one);
    },
    async refreshTwice({ client: id, server: to }) {
      at(to);
      const { browser, refresh } = who(id);
      const refreshToken = await readRefresh(who(id));
      if (isSession || token.refreshLifetime === undefined) return;
      if (refreshToken === undefined && !isRefreshInCookie) return;
      if (token.refreshReadsFirst) return refreshHeld(() => refresh(refreshToken ?? ''), browser);
      // One store, one operation: which of the two comes first is all that being at once decides.
      await browser.atOnce(refreshUrl, async () => {
        const first = await refresh(refreshToken ?? '').catch((error: Error) => error);
        // Whether the page could read an answer or not, the other tab has asked as well.
        await refresh(refreshToken ?? '');
        if (first instanceof Error && !/^the server answered/.test(first.message)) throw first;
      });
    },
    async leave({ how, client: id }) {
      const { browser, items } = who(id);
      if (isSession || token.keptIn !== 'localStorage') items.clear();
      if (how !== 'reload') browser.forgetPages();
      if (how === 'browser') await browser.dropUndated();
    },
    async back({ client: id }) {
      at();
      // What the browser kept it shows, and asks nobody.
      if (!who(id).browser.pages.has('/profile')) await who(id).getProfile();
    },
    async steal({ client: id }) {
      const { browser } = who(id);
      const cookies = isSession ? await browser.jar.get(profile) : [];
      const held = isSession ? toSessions(cookies) : [await readHeld(who(id))];
      take([...held, await readRefresh(who(id))]);
    },
    async replay({ target, server: to, what }) {
      at(to);
      if (what && (isSession || token.refreshLifetime === undefined)) return;
      await sendByHand(what ? (stolen.findLast(isRefreshToken) ?? null) : pickStolen(), target);
    },
    async tamper({ part }) {
      at();
      const held = await readHeld(client);
      const change = isPair ? tamperPair : isSession ? tamperCookie : tamperToken;
      await sendByHand(held && change(held, part), undefined, false);
    },
    async forge({ how }) {
      at();
      const held = await readHeld(client);
      const keys = servers.keys.server ?? { secrets: [] };
      const first = toFirstKeys(settings, strategy, 'server');
      // Its Date field says which time a server has.
      const now = servers.world.clock + servers.toConfig('server').clockOffset;
      const made = await onClock(now, async () =>
        isPair
          ? forgePair(how, settings, keys, first.secrets[0] as string)
          : isSession
            ? forgeCookie(how, held, settings, keys, first.secrets[0] as string)
            : forgeToken(how, settings, keys, first),
      );
      await sendByHand(made);
    },
    async injectScript({ mode }) {
      at();
      const { browser, items } = client;
      if (mode === 'ride') return visitPage(client, '/transfer');
      const cookies = await browser.jar.get(origin, { http: false });
      // What is in a variable of the page's own code is out of a script's reach.
      const stored = token.keptIn === 'localStorage' ? [...items.values()] : [];
      take(isSession ? toSessions(cookies) : stored);
    },
    async crossSite({ vehicle, from = 'evil' }) {
      at();
      const abroad: SameSiteContext = vehicle === 'link' ? 'lax' : 'none';
      const target = vehicle === 'link' ? '/profile' : '/transfer';
      const url = new URL(origin + target);
      const foreign = toForeign(url, from);
      const { method = 'GET' } = toPost(target);
      await client.browser.visit({
        ...toWhose({ origin: foreign, csrf: settings.csrf }, url, method),
        ...{ url: url.href, ...toPost(target) },
        context: from === 'sibling' && hasSiblings ? 'strict' : abroad,
        isForeignForm: vehicle === 'form',
      });
    },
    async plant({ invented, by }) {
      if (!inCookie || (!isSession && !invented)) return;
      at();
      if (!isSession) {
        await plantCookie(INVENTED_TOKEN, by);
        return take([INVENTED_TOKEN]);
      }
      if (isPair) {
        if (!invented) return void (await obtainCookie());
        const { data, signature } = INVENTED_PAIR;
        await plantCookie(data, by);
        await plantCookie(signature, by, 'session.sig');
        return take([toPairText(data, signature)]);
      }
      const value = invented ? INVENTED : (await obtainCookie())?.value;
      if (value === undefined) return;
      await plantCookie(value, by);
      take([value]);
    },
    rotateSecret: ({ how }) => servers.rotate(how),
    async ban() {
      servers.world.user.banned = true;
    },
    async demote() {
      servers.world.user.role = 'user';
    },
    async refresh({ client: id, server: to }) {
      at(to);
      if (isSession || token.refreshLifetime === undefined) return;
      const party = who(id);
      const copy = id === 'attacker' ? stolen.findLast(isRefreshToken) : null;
      const own = await readRefresh(party);
      const refreshToken = own ?? copy ?? null;
      if (refreshToken === null && (id === 'attacker' || !isRefreshInCookie)) return;
      const pair = `refreshToken=${refreshToken}; Path=/refresh; HttpOnly`;
      if (isRefreshInCookie && own === undefined && refreshToken !== null)
        await party.browser.keep(pair, refreshUrl);
      await party.refresh(refreshToken ?? '');
      const next = await readRefresh(party);
      if (id === 'attacker' && next !== refreshToken) take([await readHeld(party), next]);
    },
  };

  return {
    ...{ deeds, getParty, toRequest, stolen: () => stolen },
    async settle() {
      for (const one of slow) await finish(one);
    },
    takeExchanges() {
      const hand = byHand;
      byHand = [];
      // In one Action only one of them sends anything.
      return [...[...parties.values()].flatMap((one) => one.browser.takeExchanges()), ...hand];
    },
  };
}

export type { Action, State };
