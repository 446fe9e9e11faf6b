import type { Action } from '../action.ts';
import { FORGERIES, LEAVINGS, TAMPER_PARTS } from '../action.ts';
import { ATTACKER, CLIENT, SECOND_SERVER } from '../actors.ts';
import { isShareable, toRegistrableDomain } from '../client/site.ts';
import { isDataInCookie } from '../cookieSession/storeOnly.ts';
import { readTimeLeft } from '../expiry.ts';
import type { Frame } from '../frame.ts';
import { getUser } from '../lanes/user.ts';
import { WRONG_PASSWORD } from '../runs/run.ts';
import { readHeldSession } from '../session/held.ts';
import type { Settings } from '../settings.ts';
import { getClient, readStolen } from '../state.ts';
import { readHeldToken, readRefreshToken } from '../token/client/tokenStorage.ts';
import { isAccessToken } from '../token/jwt/accessToken.ts';
import { isStoreOutside } from './outsideStore.ts';
import { listFurtherBrowsers } from './possibleBrowsers.ts';

const WAITS = [60, 900, 3600];

interface Facts {
  readonly frame: Frame;
  readonly settings: Settings;
  /** The client holds a session cookie; a token. */
  readonly cookie: boolean;
  readonly token: boolean;
  /** The attacker has something to use. */
  readonly stolen: boolean;
}

function readFacts(frame: Frame, settings: Settings): Facts {
  const [session, token] = [frame.session.state, frame.token.state];
  const cookie = readHeldSession(session, CLIENT);
  const held = readHeldToken(token, CLIENT);
  const stolen = readStolen(session).length > 0 || readStolen(token).length > 0;
  return { frame, settings, cookie: cookie !== null, token: held !== null, stolen };
}

/** Returns an Action at the first server and, where there is a second one, there. */
const atEach = (
  type: 'login' | 'request' | 'logout' | 'replay' | 'restart',
  { second }: Settings,
): readonly Action[] => (second ? [{ type }, { type, server: SECOND_SERVER }] : [{ type }]);

/** Tells whether the client would lose something with its page, or with its browser. */
function loses({ session, token }: Frame, how: (typeof LEAVINGS)[number]): boolean {
  const { jar } = getClient(session.state, CLIENT);
  const hasVariable = [session, token].some(
    ({ state }) => Object.keys(getClient(state, CLIENT).storage.memory).length > 0,
  );
  return how === 'browser' ? hasVariable || jar.some(({ expires }) => !expires) : hasVariable;
}

/** What a user who is logged in can do besides a plain logout. */
const ON_ACCOUNT: readonly Action[] = [
  { type: 'forget' },
  { type: 'logoutEverywhere' },
  { type: 'changePassword' },
];

function listVisits({ frame, settings, cookie, token }: Facts): readonly Action[] {
  const changed = [frame.session, frame.token].some(
    ({ state }) => getUser(state, settings).passwordChanges !== undefined,
  );
  // The one that a shared run has for any wrong one, so that it opens as it was.
  const wrong = settings.user.password === WRONG_PASSWORD ? 'wronger horse' : WRONG_PASSWORD;
  const isSlow = [frame.session, frame.token].some(({ state }) =>
    state.slow?.some(({ client }) => client === CLIENT),
  );
  // Where nothing is written, a slow request is like any other.
  const { resave, countsVisits } = settings.session;
  const canOverlap = cookie && (resave || countsVisits);
  const hasCopy = [frame.session, frame.token].some(({ state }) => getClient(state, CLIENT).cache);
  return [
    ...atEach('login', settings),
    { type: 'login', password: wrong },
    ...(changed ? [{ type: 'login', old: true } as const] : []),
    ...atEach('request', settings),
    ...(settings.user.role ? [{ type: 'request', target: '/admin' } as const] : []),
    ...(cookie || token ? [...atEach('logout', settings), ...ON_ACCOUNT] : []),
    ...(canOverlap ? [{ type: 'startSlow' } as const] : []),
    ...(isSlow ? [{ type: 'finishSlow' } as const] : []),
    ...LEAVINGS.filter((how) => loses(frame, how)).map((how): Action => ({ type: 'leave', how })),
    // Where no copy was kept, Back is one more request.
    ...(hasCopy ? [{ type: 'back' } as const] : []),
    ...listFurtherBrowsers(frame),
  ];
}

function listWaits({ frame }: Facts): readonly Action[] {
  const ends = (['token', 'record', 'cookie'] as const).filter(
    (what) => (readTimeLeft(frame, what) ?? 0) > 0,
  );
  return [
    ...WAITS.map((seconds): Action => ({ type: 'wait', seconds })),
    ...ends.map((until): Action => ({ type: 'wait', until })),
  ];
}

const WITH_REFRESH_TOKEN: Action = { type: 'replay', what: 'refreshToken' };
const FROM_SIBLING: Action = { type: 'crossSite', vehicle: 'form', from: 'sibling' };
/** Neither a bare name such as localhost nor an address has a sibling that is of the same site. */
const hasSiblings = ({ origin }: Settings) =>
  isShareable(toRegistrableDomain(new URL(origin).hostname));

/** The ways to plant a cookie beside another: from a sibling, by a script for a longer Path, over http where the host has https. */
function listPlants(settings: Settings): readonly Action[] {
  const bySibling = hasSiblings(settings) ? (['subdomain'] as const) : [];
  const overHttp = settings.origin.startsWith('https:') ? (['http'] as const) : [];
  const ways = [...bySibling, 'path' as const, ...overHttp];
  // Of a token there is no real one to be had before a login.
  const isToken = settings.token.keptIn === 'cookie';
  return [
    ...ways.map((by): Action => ({ type: 'plant', by })),
    ...(isToken ? ways.map((by): Action => ({ type: 'plant', invented: true, by })) : []),
  ];
}

function listAttacks({ frame, settings, cookie, token, stolen }: Facts): readonly Action[] {
  const ownTools = FORGERIES.map((how): Action => ({ type: 'forge', how }));
  const inCookie = cookie && isDataInCookie(settings.session);
  const missing = new Set<string>([
    cookie && !inCookie ? '' : 'sid',
    token || inCookie ? '' : 'payload',
  ]);
  const onCredential: readonly Action[] = [
    { type: 'steal' },
    ...TAMPER_PARTS.filter((part) => !missing.has(part)).map(
      (part): Action => ({ type: 'tamper', part }),
    ),
    { type: 'injectScript', mode: 'read' },
    { type: 'injectScript', mode: 'ride' },
    { type: 'crossSite', vehicle: 'form' },
    { type: 'crossSite', vehicle: 'link' },
    { type: 'crossSite', vehicle: 'fetch' },
    ...(hasSiblings(settings) ? [FROM_SIBLING] : []),
  ];
  const stolenRefresh = readStolen(frame.token.state).some((item) => !isAccessToken(item));
  return [
    ...(cookie || token ? onCredential : [{ type: 'plant' } as const]),
    ...listPlants(settings),
    ...(stolen ? atEach('replay', settings) : []),
    ...(stolenRefresh ? [{ type: 'refresh', client: ATTACKER } as const] : []),
    ...(stolenRefresh && settings.token.refreshFormat === 'jwt' ? [WITH_REFRESH_TOKEN] : []),
    ...ownTools,
  ];
}

/** A store in the servers' own process has no outage. */
function listOutages({ session }: Frame, settings: Settings): readonly Action[] {
  if (!isStoreOutside(settings) || isDataInCookie(settings.session)) return [];
  const isDown = Object.values(session.state.stores).some(({ down }) => down);
  return [{ type: 'storeOutage', ...(isDown && { over: true }) }];
}

function listOperations({ frame, settings }: Facts): readonly Action[] {
  const { session, token } = frame;
  const several = [session, token].some(({ state }) =>
    Object.values(state.servers).some(({ secrets }) => secrets.length > 1),
  );
  const { banned, role } = getUser(session.state, settings);
  const refreshToken = readRefreshToken(getClient(token.state, CLIENT));
  return [
    ...(refreshToken === null
      ? []
      : [{ type: 'refresh' } as const, { type: 'refreshTwice' } as const]),
    ...atEach('restart', settings),
    ...listOutages(frame, settings),
    { type: 'rotateSecret', how: 'add' },
    ...(several ? [{ type: 'rotateSecret', how: 'retire' } as const] : []),
    { type: 'rotateSecret', how: 'replace' },
    ...(banned ? [] : [{ type: 'ban' } as const]),
    ...(role === 'admin' ? [{ type: 'demote' } as const] : []),
  ];
}

/** Returns the Actions that do something now, in one lane at least; the user's own first, then time, operation, attacks. */
export function toPossibleActions(frame: Frame, settings: Settings): readonly Action[] {
  const facts = readFacts(frame, settings);
  return [
    ...listVisits(facts),
    ...listWaits(facts),
    ...listOperations(facts),
    ...listAttacks(facts),
  ];
}
