import type { RequestListener } from 'node:http';
import { promisify } from 'node:util';
import type { Store } from 'express-session';
import { trustProxy } from '../../../src/reference/behindProxy.js';
import { allowOrigin } from '../../../src/reference/crossOrigin.js';
import { checkFetchSite, checkOrigin } from '../../../src/reference/csrf.js';
import { createRefreshTokens } from '../../../src/reference/refreshTokens.js';
import { addSessionPages, addTokenPages, refuseBanned } from '../../../src/reference/roles.js';
import { createSessionApp } from '../../../src/reference/sessionServer.js';
import {
  createDesignedTokenApp,
  createJoseKeyRing,
  createKeyRing,
  createNaiveKeyRing,
} from '../../../src/reference/tokenDesigns.js';
import { createTokenApp } from '../../../src/reference/tokenServer.js';
import { verifyUser } from '../../../src/reference/users.js';
import type { Settings } from '../../../src/sim/settings.ts';
import { DEFAULT_SETTINGS } from '../../../src/sim/settings.ts';
import { drawSid } from './draws.ts';
import type { Keys } from './host.ts';

type Regenerable = Record<'regenerate' | 'destroy', (done: () => void) => void>;
interface SessionRequest {
  readonly session: Regenerable & { userId?: string; data?: unknown };
}
type FindUser = (id: string) => Promise<{ id: string; role: string; banned: boolean }>;

/** Gives the session IDs of a Scenario, in the order in which it draws them. */
export function makeGenid(seed: string): () => string {
  let n = 0;
  return () => drawSid(seed, n++);
}

/** What a server does that differs from the three steps which the reference server takes. */
function toHandlers({ session: wanted, payload }: Settings) {
  const { regenerate, destroyAtLogout, clearCookieAtLogout } = wanted;
  return {
    ...((!regenerate || payload) && {
      async logIn(req: SessionRequest, user: { id: string }) {
        if (regenerate) await promisify(req.session.regenerate).call(req.session);
        req.session.userId = user.id;
        if (payload) req.session.data = payload;
      },
    }),
    ...(!(destroyAtLogout && clearCookieAtLogout) && {
      async logOut(req: SessionRequest, res: { clearCookie(name: string): void }) {
        if (destroyAtLogout) await promisify(req.session.destroy).call(req.session);
        if (clearCookieAtLogout) res.clearCookie('connect.sid');
      },
    }),
  };
}

const isAda = ({ user }: Settings) => {
  const { id, username, password } = DEFAULT_SETTINGS.user;
  return user.id === id && user.username === username && user.password === password;
};

type Prepare = (app: unknown) => void;

/** What a server tells browsers of pages of other origins. */
function toCors({ frontEnd, origin }: Settings): readonly Prepare[] {
  const pages = {
    ...{ any: '*', other: origin },
    ...{ origin: frontEnd?.origin, credentials: frontEnd?.origin },
  };
  if (!frontEnd || frontEnd.cors === 'none') return [];
  const credentials = frontEnd.cors === 'credentials';
  return [allowOrigin({ origin: pages[frontEnd.cors], credentials })];
}

/** What a server does against forms of other sites. */
function toGuard({ csrf, frontEnd, origin }: Settings) {
  if (csrf === 'origin') return checkOrigin(frontEnd?.origin ?? origin);
  return csrf === 'fetchSite' ? checkFetchSite : undefined;
}

/** What comes first in a server. */
function toPrepared(settings: Settings) {
  const steps: readonly Prepare[] = [
    ...(settings.tlsProxy?.trusted ? [trustProxy()] : []),
    ...toCors(settings),
  ];
  if (steps.length === 0) return {};
  return {
    prepare(app: unknown) {
      for (const step of steps) step(app);
    },
  };
}

/** The check of passwords; the reference server's own where that knows the user. */
function toCheck(settings: Settings, findUser: FindUser | undefined) {
  const { id, username, password } = settings.user;
  const checkAny = async (name: unknown, text: unknown) =>
    name === username && text === password ? { id } : null;
  const check = isAda(settings) ? verifyUser : checkAny;
  if (findUser) return { checkPassword: refuseBanned(findUser, check as typeof verifyUser) };
  return isAda(settings) ? {} : { checkPassword: check };
}

interface SessionParts {
  readonly store: Store;
  readonly genid: () => string;
  /** The Scenario's own when left out. */
  readonly secrets?: readonly string[];
  /** The users' database; without it the server has the one page of the walk. */
  readonly findUser?: FindUser;
}

/**
 * Makes the reference session server that a Scenario is about. Where the Scenario has the server's
 * own defaults nothing is handed in, so that the defaults are what is compared.
 */
export function makeSessionApp(
  settings: Settings,
  { store, genid, findUser, secrets = settings.session.secrets }: SessionParts,
): RequestListener {
  const { lifetime, httpOnly, secure, sameSite, rolling, saveUninitialized } = settings.session;
  const cookie = {
    ...(lifetime !== 900 && { maxAge: lifetime === null ? null : lifetime * 1000 }),
    ...(!httpOnly && { httpOnly }),
    ...(secure && { secure }),
    ...(sameSite !== 'lax' && { sameSite: sameSite ?? undefined }),
  };
  return createSessionApp({
    ...{ store, genid },
    ...toHandlers(settings),
    ...toPrepared(settings),
    ...toCheck(settings, findUser),
    ...(findUser && { extend: addSessionPages(findUser, toGuard(settings)) }),
    secret: [...secrets],
    cookie,
    ...(rolling && { rolling }),
    ...(saveUninitialized && { saveUninitialized }),
  } as object);
}

/** Makes the reference token server that a Scenario is about. */
export function makeTokenApp(settings: Settings, parts: object = {}): RequestListener {
  const { secret, lifetime } = settings.token;
  return createTokenApp({
    secret,
    ...(lifetime !== 900 && { lifetime }),
    ...toCheck(settings, undefined),
    ...toPrepared(settings),
    ...parts,
  } as object);
}

interface TokenParts {
  readonly keys: Keys;
  readonly usesJose: boolean;
  readonly denyList: Map<string, number>;
  readonly refreshStore: object;
  readonly genid: () => string;
  readonly drawRefreshToken: () => string;
  readonly findUser?: FindUser;
}

/** Tells whether tokenServer.js can do what a Scenario is about, or it takes tokenDesigns.js. */
export function isPlainToken({ token, payload, user }: Settings): boolean {
  const { kid, leeway, algorithms, verifier = 'library', keptIn, refreshLifetime } = token;
  const isAdded = kid || leeway || algorithms || payload || user.role;
  return !isAdded && verifier === 'library' && keptIn !== 'cookie' && refreshLifetime === undefined;
}

/** Makes the token server of any design. */
export function makeAnyTokenApp(settings: Settings, parts: TokenParts): RequestListener {
  const { keys, denyList: list, refreshStore, genid, drawRefreshToken: draw, findUser } = parts;
  const { token, session, payload, user } = settings;
  const { lifetime, leeway, algorithms, refreshLifetime } = token;
  const listed = token.denyList ? { denyList: list, genid } : {};
  const checked = toCheck(settings, findUser);
  if (isPlainToken(settings) && !parts.usesJose) {
    const extended = findUser ? { extend: addTokenPages } : {};
    const [secret] = keys.secrets;
    return makeTokenApp(settings, { secret, ...listed, ...checked, ...extended });
  }
  const ring = keys.secrets.map((secret, i) => ({ kid: keys.keyIds?.[i], secret }));
  const rules = { leeway, ...(algorithms && { algorithms: [...algorithms] }) };
  const usualRing = parts.usesJose ? createJoseKeyRing : createKeyRing;
  const createRing = token.verifier === 'naive' ? createNaiveKeyRing : usualRing;
  const { secure, sameSite } = session;
  const cookie = { ...(secure && { secure }), ...(sameSite && { sameSite }) };
  return createDesignedTokenApp({
    keyRing: createRing(ring, rules as object),
    lifetime,
    ...listed,
    ...checked,
    ...toPrepared(settings),
    ...(findUser && { findUser }),
    guard: toGuard(settings),
    ...(token.keptIn === 'cookie' && { cookie }),
    ...(refreshLifetime !== undefined && {
      refreshTokens: createRefreshTokens({
        ...{ store: refreshStore, lifetime: refreshLifetime, draw },
      } as object),
    }),
    toClaims: ({ id, role }: { id: string; role?: string }) => ({
      id,
      ...(user.role && { role }),
      ...payload,
    }),
  } as unknown as Parameters<typeof createDesignedTokenApp>[0]);
}
