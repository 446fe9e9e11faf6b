import type { RequestListener } from 'node:http';
import { promisify } from 'node:util';
import type { Store } from 'express-session';
import { addAbsoluteTimeout, setAbsoluteEnd } from '../../../src/reference/absoluteTimeout.js';
import { addSessionAccount, addTokenAccount, isMadeSince } from '../../../src/reference/account.js';
import { trustProxy } from '../../../src/reference/behindProxy.js';
import {
  endCookieSession,
  keepInCookie,
  startCookieSession,
} from '../../../src/reference/cookieSession.js';
import { allowOrigin } from '../../../src/reference/crossOrigin.js';
import { checkFetchSite, checkOrigin } from '../../../src/reference/csrf.js';
import {
  checkSessionToken,
  checkSignedToken,
  signCsrfToken,
  tellSessionToken,
} from '../../../src/reference/csrfToken.js';
import { createRefreshJwt } from '../../../src/reference/refreshJwt.js';
import { createRefreshTokens } from '../../../src/reference/refreshTokens.js';
import { addSessionReport, addTokenReport, countVisits } from '../../../src/reference/report.js';
import {
  addCopiedPages,
  addSessionPages,
  addTokenPages,
  copyUser,
  refuseBanned,
} from '../../../src/reference/roles.js';
import { createSessionApp } from '../../../src/reference/sessionServer.js';
import {
  createDecodingKeyRing,
  createDesignedTokenApp,
  createJoseKeyRing,
  createKeyRing,
  createNaiveKeyRing,
  readCookie,
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
/** The part of the users' database that account.js asks. */
export interface Users {
  checkPassword(name: unknown, password: unknown): Promise<{ id: string } | null>;
  changePassword(id: string, password: unknown, newPassword: string): Promise<boolean>;
  getValidSince(id: string): Promise<number | null>;
  setValidSince(id: string, seconds: number): Promise<void>;
}
type Extend = (app: never, more: never, last: never) => void;
type FindUser = (id: string) => Promise<{ id: string; role: string; banned: boolean }>;

/** Gives the session IDs of a Scenario, in the order in which it draws them. */
export function makeGenid(seed: string): () => string {
  let n = 0;
  return () => drawSid(seed, n++);
}

/** In place of the middleware that says no-store, where answers are to say nothing of caches. */
const toCaching = ({ noStore = true }: Settings) =>
  noStore ? {} : { caching: (_req: unknown, _res: unknown, next: () => void) => next() };

/** What a server does that differs from the three steps which the reference server takes. */
function toHandlers(settings: Settings) {
  const { session: wanted, payload, user: known } = settings;
  const { regenerate, destroyAtLogout, clearCookieAtLogout } = wanted;
  const copies = wanted.copiesUser && known.role;
  const { absoluteLifetime } = wanted;
  if (wanted.dataIn === 'cookie')
    return {
      ...{ session: keepInCookie, name: 'session', logOut: endCookieSession },
      async logIn(req: SessionRequest, user: { id: string }) {
        await startCookieSession(req as never, user as never);
        if (payload) req.session.data = payload;
        if (copies) copyUser(req, user as never);
      },
    };
  return {
    ...((!regenerate || payload || copies || absoluteLifetime) && {
      async logIn(req: SessionRequest, user: { id: string }) {
        if (regenerate) await promisify(req.session.regenerate).call(req.session);
        req.session.userId = user.id;
        if (payload) req.session.data = payload;
        if (copies) copyUser(req, user as never);
        if (absoluteLifetime) setAbsoluteEnd(req as never, absoluteLifetime);
      },
    }),
    ...(!(destroyAtLogout && clearCookieAtLogout) && {
      async logOut(req: SessionRequest, res: unknown, clearCookie: (res: unknown) => void) {
        if (destroyAtLogout) await promisify(req.session.destroy).call(req.session);
        if (clearCookieAtLogout) clearCookie(res);
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

/** The check of passwords; the reference server's own where that knows the user and none changes it. */
function toCheck(settings: Settings, findUser: FindUser | undefined, users?: Users) {
  const { id, username, password } = settings.user;
  const checkAny = async (name: unknown, text: unknown) =>
    name === username && text === password ? { id } : null;
  const check = users?.checkPassword ?? (isAda(settings) ? verifyUser : checkAny);
  if (findUser) return { checkPassword: refuseBanned(findUser, check as typeof verifyUser) };
  return isAda(settings) && !users ? {} : { checkPassword: check };
}

/** Adds to a server what several files add. */
const toExtend = (parts: readonly (Extend | false | undefined)[]) => {
  const added = parts.filter((part) => part !== false && part !== undefined);
  return added.length === 0
    ? {}
    : {
        extend: (app: never, more: never, last: never) =>
          added.forEach((add) => void add(app, more, last)),
      };
};

/** What the server is told to repeat as it clears a cookie. */
function toClearing({ session, origin, tlsProxy }: Settings, httpOnly = session.httpOnly) {
  if (!session.clearsWithAttributes) return {};
  const { secure, sameSite, cookieDomain: domain } = session;
  const isTold = origin.startsWith('https:') && (!tlsProxy || (tlsProxy.tells && tlsProxy.trusted));
  return {
    clearing: {
      ...(domain !== undefined && { domain }),
      ...{ httpOnly, secure: secure === 'auto' ? isTold : secure },
      ...(sameSite && { sameSite }),
    },
  };
}

interface SessionParts {
  /** Resolves when a report is ready. */
  readonly work?: () => Promise<void>;
  readonly store: Store;
  readonly genid: () => string;
  readonly drawCsrfToken?: () => string;
  /** NumericDate seconds at which its process started; the run's start when left out. */
  readonly bootedAt?: number;
  /** The Scenario's own when left out. */
  readonly secrets?: readonly string[];
  /** The users' database; without it the server has the one page of the walk. */
  readonly findUser?: FindUser;
  /** The same, where passwords change. */
  readonly users?: Users;
}

/**
 * Makes the reference session server that a Scenario is about. Where the Scenario has the server's
 * own defaults nothing is handed in, so that the defaults are what is compared.
 */
export function makeSessionApp(
  settings: Settings,
  {
    store,
    genid,
    drawCsrfToken,
    bootedAt = settings.start,
    findUser,
    users,
    work,
    secrets = settings.session.secrets,
  }: SessionParts,
): RequestListener {
  const { lifetime, httpOnly, secure, sameSite, rolling, saveUninitialized } = settings.session;
  const { expiresAtBoot, maxAgeInSeconds, resave, countsVisits } = settings.session;
  const { cookieName: name, cookieDomain: domain } = settings.session;
  const maxAge = lifetime === null || maxAgeInSeconds ? lifetime : lifetime * 1000;
  const cookie = {
    ...(maxAge !== 900_000 && { maxAge }),
    ...(expiresAtBoot && maxAge !== null && { expires: new Date(bootedAt * 1000 + maxAge) }),
    ...(!httpOnly && { httpOnly }),
    ...(secure && { secure }),
    ...(sameSite !== 'lax' && { sameSite: sameSite ?? undefined }),
    ...(domain !== undefined && { domain }),
  };
  const usesToken = settings.csrf === 'token';
  const guard = usesToken ? checkSessionToken : toGuard(settings);
  return createSessionApp({
    ...{ store, genid },
    ...toHandlers(settings),
    ...toPrepared(settings),
    ...toCaching(settings),
    ...toCheck(settings, findUser, users),
    ...toExtend([
      (settings.session.absoluteLifetime ?? 0) > 0 && addAbsoluteTimeout,
      usesToken && tellSessionToken(drawCsrfToken),
      countsVisits && countVisits,
      findUser &&
        (settings.session.copiesUser
          ? addCopiedPages(guard as never)
          : addSessionPages(findUser, guard as never)),
      users &&
        addSessionAccount({
          ...{ users, store, endsAll: settings.session.endAllAtPasswordChange === true },
          clearsCookie: settings.session.clearCookieAtLogout,
          ...(guard && { guard: guard as never }),
        }),
      work && addSessionReport(work),
    ]),
    secret: [...secrets],
    ...(name !== undefined && { name }),
    cookie,
    ...toClearing(settings),
    ...(rolling && { rolling }),
    ...(resave && { resave }),
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
    ...toCaching(settings),
    ...toPrepared(settings),
    ...parts,
  } as object);
}

interface TokenParts {
  /** Resolves when a report is ready. */
  readonly work?: () => Promise<void>;
  readonly keys: Keys;
  readonly usesJose: boolean;
  /** Whom this server's tokens are for. */
  readonly audience?: string | undefined;
  readonly denyList: object;
  readonly refreshTokens: object;
  readonly genid: () => string;
  readonly drawRefreshToken: () => string;
  readonly findUser?: FindUser;
  readonly users?: Users;
}

/** Tells whether tokenServer.js can do what a Scenario is about, or it takes tokenDesigns.js. */
export function isPlainToken({ token, payload, user, second }: Settings): boolean {
  const { kid, leeway, algorithms, verifier = 'library', keptIn, refreshLifetime } = token;
  const { audience, issuer, notBefore, checkTyp, expiresInAsText, noExp } = token;
  const isNamed = audience !== undefined || issuer !== undefined || second?.tokenAudience;
  const isAdded =
    kid ||
    leeway ||
    algorithms ||
    payload ||
    user.role ||
    isNamed ||
    checkTyp ||
    expiresInAsText ||
    noExp ||
    token.comparesIat ||
    notBefore !== undefined;
  return !isAdded && verifier === 'library' && keptIn !== 'cookie' && refreshLifetime === undefined;
}

type CreateRing = typeof createKeyRing | typeof createJoseKeyRing;
type Ring = Parameters<CreateRing>[0];

/** What a server verifies by. */
const KEY_RINGS = {
  library: (ring: Ring, rules: object, create: CreateRing) => create(ring, rules),
  naive: createNaiveKeyRing,
  decode: createDecodingKeyRing,
};

/** Makes the token server of any design. */
export function makeAnyTokenApp(settings: Settings, parts: TokenParts): RequestListener {
  const {
    keys,
    denyList: list,
    refreshTokens: refreshStore,
    genid,
    drawRefreshToken: draw,
    findUser,
    users,
    work,
  } = parts;
  const { token, session, payload, user } = settings;
  const { lifetime, leeway, algorithms, refreshLifetime, issuer, notBefore } = token;
  const { comparesIat = false, refreshGrace } = token;
  const { audience } = parts;
  const listed = token.denyList ? { denyList: list, genid } : {};
  const checked = toCheck(settings, findUser, users);
  if (isPlainToken(settings) && !parts.usesJose) {
    const extended = toExtend([
      findUser && addTokenPages,
      users && addTokenAccount({ users }),
      work && addTokenReport(work),
    ]);
    const [secret] = keys.secrets;
    return makeTokenApp(settings, { secret, ...listed, ...checked, ...extended });
  }
  const ring = keys.secrets.map((secret, i) => ({ kid: keys.keyIds?.[i], secret }));
  const rules = {
    ...{ leeway, notBefore, ...(algorithms && { algorithms: [...algorithms] }) },
    ...{ ...(audience && { audience }), ...(issuer && { issuer }) },
    ...(token.checkTyp && { typ: 'at+jwt' }),
  };
  const usualRing = parts.usesJose ? createJoseKeyRing : createKeyRing;
  const toKeyRing = KEY_RINGS[token.verifier ?? 'library'];
  const { secure, sameSite, cookieDomain: domain } = session;
  const cookie = {
    ...(secure && { secure }),
    ...(sameSite && { sameSite }),
    ...(domain !== undefined && { domain }),
  };
  const { clearing } = toClearing(settings, true);
  const refreshTokens =
    refreshLifetime === undefined
      ? null
      : createRefreshTokens({
          ...{ store: refreshStore, lifetime: refreshLifetime },
          ...(refreshGrace && { grace: refreshGrace }),
          ...(token.refreshFormat === 'jwt'
            ? createRefreshJwt(ring, { lifetime: refreshLifetime, genid: draw } as object)
            : { draw }),
        } as object);
  const isInCookie = token.refreshInCookie && refreshLifetime !== undefined;
  const usesCsrfToken = settings.csrf === 'token';
  const guard = usesCsrfToken
    ? checkSignedToken(
        keys.secrets,
        (req: { get(name: string): string }) => readCookie(req, token.cookieName ?? 'token') ?? '',
      )
    : toGuard(settings);
  const guarded = token.keptIn === 'cookie' && guard ? { guard } : {};
  const clearCookie =
    token.keptIn === 'cookie' || isInCookie
      ? {
          clearCookie(res: { clearCookie(name: string, options?: object): void }) {
            if (token.keptIn === 'cookie') res.clearCookie(token.cookieName ?? 'token', clearing);
            if (isInCookie) res.clearCookie('refreshToken', { path: '/refresh' });
          },
        }
      : {};
  return createDesignedTokenApp({
    keyRing: toKeyRing(ring, rules as object, usualRing),
    lifetime: token.expiresInAsText ? String(lifetime) : lifetime,
    ...(token.noExp && { noExp: true }),
    ...toCaching(settings),
    ...listed,
    ...checked,
    ...toPrepared(settings),
    ...(findUser && { findUser }),
    guard,
    ...(usesCsrfToken && {
      toCsrfToken: (shown: string) => signCsrfToken(keys.secrets[0], shown),
    }),
    ...(token.keptIn === 'cookie' && {
      cookie,
      clearing,
      ...(token.cookieName && { cookieName: token.cookieName }),
    }),
    refreshTokens,
    ...(isInCookie && {
      refreshCookie: { maxAge: refreshLifetime * 1000, ...cookie, domain: undefined },
    }),
    ...toExtend([
      users &&
        addTokenAccount({ users, refreshTokens, comparesIat, ...clearCookie, ...guarded } as never),
      work && addTokenReport(work),
    ]),
    ...(users && comparesIat && { holds: isMadeSince(users) }),
    toClaims: ({ id, role }: { id: string; role?: string }) => ({
      id,
      ...(user.role && { role }),
      ...payload,
    }),
  } as unknown as Parameters<typeof createDesignedTokenApp>[0]);
}
