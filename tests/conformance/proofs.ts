import type { ScenarioId } from '../../src/sim/scenarios.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { findJoseReason } from '../../src/sim/token/verify/library.ts';
import { AGE } from '../e2e/browserRules/age.ts';
import { GROUPS } from '../e2e/browserRules/cases.ts';
import { BLOCKED } from '../e2e/browserRules/setting.ts';
import { BLOCKED_RULES, ORIGIN_RULES } from '../e2e/origins/cases.ts';
import { CLIENT_RULES } from '../e2e/realClient/rules.ts';
import { needsProcesses } from './harness/world.ts';

/** Where a Scenario is held against something real. */
export interface Proof {
  readonly id: ScenarioId;
  readonly title: string;
  /** What scenarios.test.ts plays it against; it plays each. */
  readonly servers: string;
  /** Which library its token server has. */
  readonly library: 'jsonwebtoken' | 'jose';
  /** Rules that Chromium is asked for, where only a browser decides: cases of tests/e2e/browserRules, and tests/e2e/realClient. */
  readonly browser: readonly string[];
}

const BY_SITE = {
  other: 'another site sends by navigation what may leave, and else None alone',
  sibling: 'a sibling subdomain is the same site, and sends all by every vehicle',
  blocked: 'another site sends None by navigation alone, the POST form included',
  young: 'a cookie without SameSite rides on a POST from another site while it is young',
} as const;
const BY_SCRIPT = {
  unread: 'a script reads what the next request would send, without HttpOnly',
  ridden: 'a request that a script makes carries HttpOnly',
} as const;

const BY_PATH = [
  'a Path reaches itself and below',
  'a page may set a cookie for a path that is not its own',
] as const;

const AS_IN_THE_ENGINE = 'sent, kept, shown and said as in the engine';
const BY_ORIGIN = {
  port: [
    `a session, with the page at another port: ${AS_IN_THE_ENGINE}`,
    `a bearer token, with the page at another port: ${AS_IN_THE_ENGINE}`,
  ],
  subdomain: [
    `a session, with the page at another subdomain: ${AS_IN_THE_ENGINE}`,
    `a bearer token, with the page at another subdomain: ${AS_IN_THE_ENGINE}`,
  ],
  address: [
    `a session, with the page at an address: ${AS_IN_THE_ENGINE}`,
    `a bearer token, with the page at an address: ${AS_IN_THE_ENGINE}`,
  ],
  site: [
    `a token in a cookie for all sites, with the page at another site: ${AS_IN_THE_ENGINE}`,
    `a bearer token, with the page at another site: ${AS_IN_THE_ENGINE}`,
  ],
} as const;

/** Which rules of a browser decide a Scenario; one that is not listed needs none but to keep and send a cookie. */
const BROWSER: Readonly<Partial<Record<ScenarioId, readonly string[]>>> = {
  'reload-memory': [CLIENT_RULES.leaves],
  'refresh-in-cookie': [CLIENT_RULES.leaves, ...BY_PATH],
  'closed-and-opened': [CLIENT_RULES.leaves],
  'closed-browser-session-cookie': [CLIENT_RULES.leaves],
  'back-after-logout': [CLIENT_RULES.backShows],
  'back-asks-again': [CLIENT_RULES.backAsks],
  'csrf-samesite-none': [BY_SITE.other],
  'csrf-samesite-unset-young': [BY_SITE.young, BY_SITE.other],
  'csrf-samesite-unset-old': [BY_SITE.young],
  'csrf-samesite-lax': [BY_SITE.other],
  'csrf-samesite-strict': [BY_SITE.other],
  'csrf-sibling-subdomain': [BY_SITE.sibling],
  'csrf-bearer-token': [BY_SITE.other],
  'csrf-token-in-cookie': [BY_SITE.other],
  'csrf-origin-check': [BY_SITE.other],
  'csrf-fetch-site-check': [BY_SITE.sibling],
  'csrf-token-in-form': [BY_SITE.other, BY_SITE.sibling],
  'csrf-token-and-thief': [BY_SITE.other],
  'csrf-check-and-script': [BY_SCRIPT.ridden],
  'csrf-third-party-blocked': [BY_SITE.blocked],
  'xss-local-storage': [BY_SCRIPT.unread],
  'xss-http-only': [BY_SCRIPT.unread, BY_SCRIPT.ridden],
  'xss-readable-cookie': [BY_SCRIPT.unread],
  'xss-memory': [BY_SCRIPT.unread, BY_SCRIPT.ridden],
  'fixation-without-regenerate': ['a cookie planted before the login is sent before the real one'],
  'fixation-with-regenerate': ['a cookie planted before the login is sent before the real one'],
  'fixation-invented-sid': ['a cookie planted before the login is sent before the real one'],
  'cors-none': BY_ORIGIN.port,
  'cors-any-origin': BY_ORIGIN.port,
  'cors-other-origin': BY_ORIGIN.port,
  'cors-without-credentials': BY_ORIGIN.port,
  'fetch-without-credentials': BY_ORIGIN.port,
  'fetch-with-credentials': BY_ORIGIN.port,
  'subdomain-without-credentials': BY_ORIGIN.subdomain,
  'subdomain-with-credentials': BY_ORIGIN.subdomain,
  'front-end-other-site': BY_ORIGIN.address,
  'front-end-third-party': [
    'third-party cookies blocked, a token in a cookie for all sites, with the page at another site',
  ],
  'front-end-other-site-none': BY_ORIGIN.site,
  'planted-beside-session': ['a subdomain plants a second cookie with Domain, which is sent after'],
  'planted-longer-path': [
    'a script plants a second cookie with a longer Path, which is sent first',
  ],
  'planted-behind-host-prefix': ['__Host- keeps a subdomain from planting a second cookie'],
  'planted-over-http': [
    'http cannot overwrite or clear it',
    'https gets a cookie that http has set, once none of its own is in the way',
  ],
  'planted-over-http-host-prefix': ['http cannot set a cookie with a prefix'],
  'cleared-without-domain': ['no Domain leaves the cookie of the domain'],
  'cookie-domain-changed': ['with and without Domain are two cookies'],
  'planted-behind-http-only': ['a script cannot overwrite HttpOnly'],
  'token-too-large-cookie': ['4097 bytes are refused'],
};

/** Every rule that is held against Chromium. */
export const BROWSER_RULES: ReadonlySet<string> = new Set([
  ...[
    ...[...Object.values(GROUPS).flat(), ...AGE],
    ...[...ORIGIN_RULES, ...BLOCKED_RULES, ...BLOCKED],
  ].map(({ rule }) => rule),
  ...Object.values(CLIENT_RULES),
]);

/** What proves each Scenario, in their order. */
export const PROOFS: readonly Proof[] = SCENARIOS.map(({ id, title, settings, actions }) => ({
  ...{ id, title },
  servers: needsProcesses(settings, actions) ? 'processes of their own' : 'one process',
  library: findJoseReason(settings, actions) ? 'jose' : 'jsonwebtoken',
  browser: BROWSER[id] ?? [],
}));

const toCell = (text: string) => text.replaceAll('|', '\\|');

/** The table of the README. */
export function toTable(proofs: readonly Proof[]): string {
  const rows = proofs.map(({ id, title, servers, library, browser }) => {
    const cases = browser.map((rule) => `“${rule}”`).join(', ');
    return `| \`${id}\` | ${toCell(title)} | ${servers} | ${library} | ${toCell(cases)} |`;
  });
  return [
    '| ID | what happens | servers in | tokens by | Chromium |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
