import type { StoredCookie } from '../../../sim/client/jar.ts';
import { decodeValue, readCookieJwt } from '../credential/signedCookie.ts';
import type { Discovery } from '../discover/discover.ts';
import type { Found, LogoutShape } from '../discover/found.ts';
import type { Holder } from '../discover/holder.ts';
import { logIn } from '../discover/login.ts';
import { askProfile, toCopy } from '../discover/present.ts';
import type { CheckSettings } from '../settings.ts';
import type { Reply } from '../wire/exchange.ts';
import type { Net } from '../wire/net.ts';
import { describeReply } from '../wire/reply.ts';
import { openVisitor, type Visitor, type VisitReply } from '../wire/visitor.ts';
import { WireError } from '../wire/wireError.ts';
import type { Access, Outcome } from './access.ts';

/** Why there is nobody left who is logged in: what came of the last login. */
export class LoginLost extends Error {
  override name = 'LoginLost';
  /** Whether there were too many: nothing is said of this one. */
  readonly isLimit: boolean;
  /** Whether the login itself was answered otherwise than the first: whoever is let in has lost no login. */
  readonly isRefused: boolean;

  constructor(message: string, { isLimit = false, isRefused = false } = {}) {
    super(message);
    this.isLimit = isLimit;
    this.isRefused = isLimit || isRefused;
  }
}

/** So often what seems to be lost is asked with again. */
const AGAIN = 6;

/** Until the `iat` of a token is another one, milliseconds. */
const A_SECOND_MS = 1100;

/** What came of a forged credential; `lost`: the true one opened nothing either. */
export interface Attack {
  readonly outcome: Outcome | 'lost';
  readonly reply: VisitReply;
}

/** A login that worked, and when. */
export interface PastLogin {
  readonly holder: Holder;
  /** Milliseconds of the machine's monotonic clock. */
  readonly atMs: number;
}

/** What all checks work with. */
export interface Bench {
  readonly settings: CheckSettings;
  readonly net: Net;
  readonly access: Access;
  readonly strangers: readonly Reply[];
  readonly granted: Reply;
  readonly landing: Reply | null;
  /** The server's first page. */
  readonly start: Reply;
  found: Found;
  readonly logins: readonly PastLogin[];
  /** Somebody who is logged in, as far as is known. */
  holder(): Holder;
  /** Logs in anew, and goes on with that login. @throws LoginLost */
  renew(visitor?: Visitor): Promise<Holder>;
  /** Logs in with a visitor whose jar is not to be trusted: nobody goes on with it. @throws LoginLost */
  visit(visitor: Visitor): Promise<Holder>;
  ask(holder: Holder, headers?: Readonly<Record<string, string>>): Promise<VisitReply>;
  /** Tells whether what somebody holds opens the profile. */
  opens(holder: Holder): Promise<boolean>;
  /** Presents a forgery and then, where it is refused, the true credential: without that no verdict. */
  attack(forge: (holder: Holder) => Holder): Promise<Attack>;
  /** What refused a login that opened the profile later on; `null`: none that was seen. */
  unsteady: string | null;
  /** Asks again with what was refused, and notes where it opens after all. */
  askAgain(holder: Holder): Promise<void>;
  /** Tells whether the server still answers a stranger in time. */
  isAlive(): Promise<boolean>;
  /** The answers so far with a status from 400 on, but for pages that are not there. */
  refusals(): readonly Reply[];
  setLogout(logout: LogoutShape): void;
  /** Does something at most once in a run. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
}

/** Reads the credential of a holder as it is presented: a cookie's value, or a token. */
export function readCredential({ carrier }: Found, { visitor, token }: Holder): string {
  if (carrier.in === 'header') return token ?? '';
  const { name, split } = carrier;
  return (split ?? [name]).map((each) => visitor.jar.get(each) ?? '').join('.');
}

/** Returns somebody who presents another value in the place of a cookie, or of the token. */
export function withCookie(holder: Holder, name: string, value: string): Holder {
  const planted = holder.visitor.jar
    .list()
    .map((cookie) => (cookie.name === name ? { ...cookie, value } : cookie));
  return { ...holder, visitor: openVisitor(holder.visitor.net, planted) };
}

/** Writes a token over the cookies that hold its parts, to each as many as it had. */
function withSplit(holder: Holder, names: readonly string[], value: string): Holder {
  const parts = value.split('.');
  return names.reduce((someone, name, i) => {
    const had = (holder.visitor.jar.get(name) ?? '').split('.').length;
    const isLast = i === names.length - 1;
    return withCookie(someone, name, parts.splice(0, isLast ? parts.length : had).join('.'));
  }, holder);
}

export function withCredential({ carrier }: Found, holder: Holder, value: string): Holder {
  if (carrier.in === 'cookie' && carrier.split) return withSplit(holder, carrier.split, value);
  if (carrier.in === 'cookie') return withCookie(holder, carrier.name, value);
  return { ...toCopy(holder), token: value };
}

/** Returns somebody who presents a token in place of the true one, inside of whatever holds it. */
export function withToken(found: Found, holder: Holder, token: string): Holder {
  const value = readCredential(found, holder);
  if (found.carrier.in === 'header') return withCredential(found, holder, token);
  const own = readCookieJwt(value) ?? '';
  const whole = value.includes(own) ? value : decodeValue(value);
  return withCredential(found, holder, whole.replace(own, token));
}

/** Returns somebody who has what carries the login, and no cookie that would open the profile beside it. */
export function toCarried({ carrier, isTokenEnough }: Found, holder: Holder): Holder {
  const { net, jar } = holder.visitor;
  const isCarried = ({ name }: StoredCookie) =>
    carrier.in === 'cookie' ? carrier.all.includes(name) : !isTokenEnough;
  const carried = jar.list().filter(isCarried);
  return { ...holder, visitor: openVisitor(net, carried) };
}

/** Picks the token of a login that the carrier presents. */
function pickToken({ carrier }: Found, { tokens }: Holder): string | null {
  if (carrier.in === 'cookie') return null;
  return tokens.find(({ field }) => field === carrier.field)?.token ?? null;
}

/** Sets the bench up with what discovery brought. */
export function openBench({ found, survey, evidence }: Discovery): Bench {
  const { settings, net, say } = survey;
  const first: PastLogin = { holder: evidence.holder, atMs: performance.now() };
  const logins = [first];
  const made = new Map<string, Promise<unknown>>();
  let limit: LoginLost | null = null;
  let current = first.holder;
  const [granted = evidence.holder.reply] = evidence.users;

  const refusals: Reply[] = [];
  net.watch = (reply) => {
    if (reply.status >= 400 && reply.status !== 404) refusals.push(reply);
  };

  /** Logs in, whatever that opens. @throws LoginLost when there were too many */
  async function knock(visitor: Visitor): Promise<Holder> {
    // No use in knocking on and on.
    if (limit) throw limit;
    const { username, password } = settings;
    const bare = await logIn(visitor, bench.found.login, { username, password });
    net.count.logins += 1;
    net.count.attempts -= 1;
    say(`login ${net.count.logins}: ${describeReply(bare.reply)}`);
    if (bare.reply.status === 429) {
      const message = 'a limit on logins is reached (429): raise it while you check';
      limit = new LoginLost(message, { isLimit: true });
      throw limit;
    }
    return { ...bare, token: pickToken(bench.found, bare) };
  }

  const bench: Bench = {
    settings,
    net,
    found,
    granted,
    logins,
    access: evidence.access,
    strangers: evidence.strangers,
    landing: evidence.landing,
    start: survey.start,
    unsteady: null,
    holder: () => current,
    async renew(visitor = openVisitor(net)) {
      current = await bench.visit(visitor);
      return current;
    },
    async visit(visitor) {
      let holder = await knock(visitor);
      let isOpen = await bench.opens(holder);
      const credential = readCredential(bench.found, holder);
      const isKnown = logins.some(
        (past) => readCredential(bench.found, past.holder) === credential,
      );
      if (!isOpen && isKnown) {
        // A JWT of the same second is the same one, which a logout may have ended.
        await new Promise((resolve) => setTimeout(resolve, A_SECOND_MS));
        holder = await knock(visitor);
        isOpen = await bench.opens(holder);
      }
      if (!isOpen) {
        await bench.askAgain(holder);
        const message = `a later login did not open the profile: ${describeReply(holder.reply)}`;
        const isRefused = holder.reply.status !== evidence.holder.reply.status;
        throw new LoginLost(message, { isRefused });
      }
      logins.push({ holder, atMs: performance.now() });
      return holder;
    },
    ask: (holder, headers = {}) => {
      const { profile, carrier, login } = bench.found;
      const how = carrier.in === 'header' ? carrier : null;
      return askProfile(holder, profile, how, login, headers);
    },
    async opens(holder) {
      const { carrier } = bench.found;
      if (carrier.in === 'header' && holder.token === null) return false;
      return bench.access.judge(await bench.ask(holder)) === 'opened';
    },
    async attack(forge) {
      for (let round = 0; ; round++) {
        const reply = await bench.ask(forge(toCarried(bench.found, current)));
        const outcome = bench.access.judge(reply);
        if (outcome === 'opened') return { outcome, reply };
        const control = await bench.ask(toCarried(bench.found, current));
        if (bench.access.judge(control) === 'opened') {
          // It may have been renewed by the way.
          current.visitor.jar.store(control);
          return { outcome, reply };
        }
        await bench.askAgain(current);
        if (round === 1) return { outcome: 'lost', reply };
        await bench.renew();
      }
    },
    async askAgain(holder) {
      let refused = '';
      for (let i = 0; i < AGAIN; i++) {
        const reply = await bench.ask(holder);
        const outcome = bench.access.judge(reply);
        // A limit, or a failure, says nothing of the login.
        if (outcome === 'limited' || outcome === 'crashed') return;
        if (outcome === 'refused') refused = describeReply(reply);
        else if (refused !== '') bench.unsteady = refused;
      }
    },
    async isAlive() {
      try {
        await openVisitor(net).send('GET', survey.nothing.get.url);
        return true;
      } catch (error) {
        if (error instanceof WireError) return false;
        throw error;
      }
    },
    refusals: () => refusals,
    setLogout(logout) {
      bench.found = { ...bench.found, logout };
    },
    once<T>(key: string, make: () => Promise<T>) {
      const known = made.get(key) as Promise<T> | undefined;
      if (known) return known;
      const promise = make();
      made.set(key, promise);
      return promise;
    },
  };
  return bench;
}
