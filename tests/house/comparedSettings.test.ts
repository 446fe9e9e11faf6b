import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import type { SessionSettings, Settings, TokenSettings } from '../../src/sim/settings.ts';

const APPS = 'tests/conformance/harness/apps.ts';
const BACKEND = 'tests/conformance/harness/backend.ts';
const HOST = 'tests/conformance/harness/host.ts';
const LANE = 'tests/conformance/harness/lane.ts';
const LISTS = 'tests/conformance/harness/lists.ts';
/** Read by lists.ts. */
const OUTSIDE = 'src/sim/possible/outsideStore.ts';
const WORLD = 'tests/conformance/harness/world.ts';

/** A file by which the real servers of the conformance suite are told of a setting. */
type Told =
  | typeof APPS
  | typeof BACKEND
  | typeof HOST
  | typeof LANE
  | typeof LISTS
  | typeof OUTSIDE
  | typeof WORLD;
type Table<T> = Readonly<Record<keyof T, Told>>;

// The compiler asks for each, so that none is left without a real server that has it.
const SETTINGS: Table<Omit<Settings, 'session' | 'token'>> = {
  start: APPS,
  seed: WORLD,
  origin: APPS,
  user: APPS,
  payload: APPS,
  frontEnd: APPS,
  csrf: APPS,
  thirdPartyCookies: LANE,
  tlsProxy: APPS,
  second: WORLD,
  sharedStore: WORLD,
  clockOffset: WORLD,
  secretAtBoot: WORLD,
  noStore: APPS,
};

const SESSION: Table<SessionSettings> = {
  dataIn: APPS,
  secrets: APPS,
  lifetime: APPS,
  httpOnly: APPS,
  secure: APPS,
  sameSite: APPS,
  cookieName: APPS,
  cookieDomain: APPS,
  nextCookieDomain: BACKEND,
  rolling: APPS,
  saveUninitialized: APPS,
  regenerate: APPS,
  destroyAtLogout: APPS,
  clearCookieAtLogout: APPS,
  clearsWithAttributes: APPS,
  resave: APPS,
  countsVisits: APPS,
  expiresAtBoot: APPS,
  maxAgeInSeconds: APPS,
  absoluteLifetime: APPS,
  copiesUser: APPS,
  endAllAtPasswordChange: APPS,
  store: HOST,
  storeLatencyMs: HOST,
};

const TOKEN: Table<TokenSettings> = {
  secret: WORLD,
  lifetime: APPS,
  keptIn: APPS,
  cookieName: APPS,
  leeway: APPS,
  audience: WORLD,
  issuer: APPS,
  notBefore: APPS,
  denyList: APPS,
  inSessionStore: OUTSIDE,
  comparesIat: APPS,
  algorithms: APPS,
  verifier: APPS,
  kid: APPS,
  expiresInAsText: APPS,
  noExp: APPS,
  checkTyp: APPS,
  refreshLifetime: APPS,
  refreshReadsFirst: LISTS,
  refreshGrace: APPS,
  refreshInCookie: APPS,
  refreshFormat: APPS,
};

test.each([
  ['', SETTINGS],
  ['session.', SESSION],
  ['token.', TOKEN],
])('the real servers are told of each setting %s', (part, table) => {
  const untold = Object.entries(table)
    .filter(([name, path]) => {
      const code = readFileSync(join(ROOT, path), 'utf8').replace(/^ *(\*|\/\*|\/\/).*/gm, '');
      return !new RegExp(`\\b${name}\\b`).test(code);
    })
    .map(([name]) => part + name);
  expect(untold).toEqual([]);
});
