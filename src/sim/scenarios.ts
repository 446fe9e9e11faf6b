import type { Scenario, ScenarioGroup } from './scenario.ts';
import { CROSS_SITE } from './scenarios/crossSite.ts';
import { EVERYDAY, LOGIN_TO_LOGOUT } from './scenarios/everyday.ts';
import { SESSIONS_IN_COOKIE } from './scenarios/inCookie.ts';
import { ORIGINS } from './scenarios/origins.ts';
import { SERVERS } from './scenarios/servers.ts';
import { SEVERAL_BROWSERS } from './scenarios/severalBrowsers.ts';
import { TAMPERING } from './scenarios/tampering.ts';
import { THEFT } from './scenarios/theft.ts';
import { TIME } from './scenarios/time.ts';
import { TOKEN_DESIGNS } from './scenarios/tokenDesigns.ts';
import { USERS } from './scenarios/users.ts';

const BY_GROUP = {
  Everyday: EVERYDAY,
  Time: TIME,
  'Logout and theft': [...THEFT, ...SESSIONS_IN_COOKIE, ...SEVERAL_BROWSERS],
  Tampering: TAMPERING,
  'Cross-site and scripts': CROSS_SITE,
  'Front end and proxy': ORIGINS,
  'Servers and secrets': SERVERS,
  Users: USERS,
  'Token designs': TOKEN_DESIGNS,
} as const satisfies Record<ScenarioGroup, readonly Scenario[]>;

/** The ID of each Scenario there is. */
export type ScenarioId = (typeof BY_GROUP)[ScenarioGroup][number]['id'];

/** The groups in the order in which they are offered, each with its Scenarios. */
export const SCENARIOS_BY_GROUP = Object.entries(BY_GROUP) as readonly (readonly [
  ScenarioGroup,
  readonly (Scenario & { readonly id: ScenarioId })[],
])[];

/** Every Scenario there is, in the order in which it is offered; the walk comes first. */
export const SCENARIOS: readonly (Scenario & { readonly id: ScenarioId })[] =
  SCENARIOS_BY_GROUP.flatMap(([, scenarios]) => scenarios);

export { LOGIN_TO_LOGOUT };
