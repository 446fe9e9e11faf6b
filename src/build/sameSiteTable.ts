import { CLIENT } from '../sim/actors.ts';
import { toForeignOrigin } from '../sim/client/foreignSite.ts';
import { type CookieQuery, selectCookies } from '../sim/client/jar.ts';
import { SCENARIOS, type ScenarioId } from '../sim/scenarios.ts';
import type { Frame, Trace } from '../sim/trace.ts';
import { runScenario } from '../sim/trace.ts';

/** What the session's cookie says of other sites, and how old it is where that matters. */
export const SAME_SITE_ROWS = {
  strict: 'csrf-samesite-strict',
  lax: 'csrf-samesite-lax',
  unsetYoung: 'csrf-samesite-unset-young',
  unsetOld: 'csrf-samesite-unset-old',
  none: 'csrf-samesite-none',
  noneBlocked: 'csrf-third-party-blocked',
} as const satisfies Readonly<Record<string, ScenarioId>>;

/** How another site makes a browser ask: it is followed, posted, fetched, or loaded into its page. */
export const FOREIGN_REQUESTS = {
  link: { method: 'GET', vehicle: 'navigation' },
  form: { method: 'POST', vehicle: 'navigation' },
  fetch: { method: 'POST', vehicle: 'subresource' },
  image: { method: 'GET', vehicle: 'subresource' },
} as const satisfies Readonly<Record<string, Pick<CookieQuery, 'method' | 'vehicle'>>>;

export type SameSiteRow = keyof typeof SAME_SITE_ROWS;
export type ForeignRequest = keyof typeof FOREIGN_REQUESTS;

/** Whether the session's cookie goes along, and the step of the row's Scenario that shows it; `null`: none does. */
export interface SameSiteCell {
  readonly sent: boolean;
  readonly step: number | null;
}

export interface SameSiteLine {
  readonly row: SameSiteRow;
  readonly id: ScenarioId;
  readonly cells: Readonly<Record<ForeignRequest, SameSiteCell>>;
}

const REQUESTS = Object.keys(FOREIGN_REQUESTS) as readonly ForeignRequest[];

/** Lists the steps in which another site makes the browser send such a request. */
const listShown = ({ frames }: Trace, request: ForeignRequest): readonly Frame[] =>
  frames.filter(({ action }) => action?.type === 'crossSite' && action.vehicle === request);

const carriesSession = ({ session }: Frame) =>
  session.messages.some(
    ({ kind, carries }) => kind === 'request' && carries.some(({ what }) => what === 'session'),
  );

/** Asks the jar, as it is when another site first acts, whether it would attach the session's cookie. @throws RangeError where no other site acts. */
function asksJar(trace: Trace, request: ForeignRequest): boolean {
  const { settings } = trace.scenario;
  const first = trace.frames.findIndex(({ action }) => action?.type === 'crossSite');
  const before = trace.frames[first - 1];
  if (!before) throw new RangeError(`no other site acts in ${trace.scenario.id}`);
  const { state } = before.session;
  const query: CookieQuery = {
    ...FOREIGN_REQUESTS[request],
    url: `${settings.origin}/transfer`,
    initiator: toForeignOrigin(settings.origin, 'evil'),
    now: state.clock,
    thirdPartyCookies: settings.thirdPartyCookies,
  };
  const name = settings.session.cookieName ?? 'connect.sid';
  return selectCookies(state.clients[CLIENT]?.jar ?? [], query).some((one) => one.name === name);
}

/** Reads a cell off the run that shows it, else off the jar's rules. @throws RangeError where the two disagree. */
function toCell(trace: Trace, request: ForeignRequest): SameSiteCell {
  const sent = asksJar(trace, request);
  const shown = listShown(trace, request);
  if (shown.length > 0 && shown.some(carriesSession) !== sent)
    throw new RangeError(`${trace.scenario.id}: the run’s ${request} is not what the jar says`);
  return { sent, step: shown.at(-1)?.step ?? null };
}

/** Runs what the table of SameSite sums up: which requests of another site carry the session's cookie. */
export const tellSameSite = (): Promise<readonly SameSiteLine[]> =>
  Promise.all(
    Object.entries(SAME_SITE_ROWS).map(async ([row, id]) => {
      const scenario = SCENARIOS.find((one) => one.id === id);
      if (!scenario) throw new RangeError(`no scenario ${id}`);
      const trace = await runScenario(scenario);
      const cells = REQUESTS.map((request) => [request, toCell(trace, request)] as const);
      return { row: row as SameSiteRow, id, cells: Object.fromEntries(cells) } as SameSiteLine;
    }),
  );
