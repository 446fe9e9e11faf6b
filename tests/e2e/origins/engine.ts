import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import { getHeader } from '../../../src/sim/message.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import type { OriginCase } from './cases.ts';
import { PLACES } from './cases.ts';
import type { SeenRequest } from './site.ts';

/** What each of the two does, one after the other. No two ask the same thing first, for a browser remembers the answer. */
export const DEEDS = ['login', 'request', 'logout'] as const;
export type Deed = (typeof DEEDS)[number];

/** What came of a deed, as both can tell it. */
export interface Seen {
  readonly deed: Deed;
  readonly requests: readonly SeenRequest[];
  /** What the page's code got: a status, or nothing at all. */
  readonly got: number | 'Failed to fetch' | 'nothing asked';
  /** Lines of the console about CORS. */
  readonly console: readonly string[];
  /** Names of the cookies in the jar. */
  readonly jar: readonly string[];
}

/** Returns the settings of a case, with the ports that there are. */
export function toSettings(
  { place, design, cors, credentials }: OriginCase,
  ports: { readonly page: number; readonly server: number },
): Settings {
  const { page, server } = PLACES[place];
  const origin = `${server}:${ports.server}`;
  const isSame = place === 'the same origin';
  const { keptIn, sameSite, secure } = design;
  return changeSettings({
    origin,
    frontEnd: { origin: isSame ? origin : `${page}:${ports.page}`, credentials, cors },
    session: { sameSite, secure },
    token: { keptIn },
  });
}

function readDeed(trace: Trace, index: number, strategy: Strategy): Seen {
  const told = openTelling(trace);
  const own = trace.frames.filter(({ actionIndex }) => actionIndex === index);
  const lanes = own.map((frame) => frame[strategy]);
  const messages = lanes.flatMap((lane) => lane.messages);
  const requests = messages.filter(({ kind }) => kind === 'request');
  const isBlocked = lanes.some(({ outcome }) => outcome.blocked);
  const answer = messages.findLast(({ kind }) => kind === 'response');
  const jar = lanes.at(-1)?.state.clients.client?.jar ?? [];
  return {
    deed: DEEDS[index] ?? 'login',
    requests: requests.map((request) => ({
      line: `${request.method} ${request.target}`,
      origin: getHeader(request, 'Origin'),
      hasCookie: getHeader(request, 'Cookie') !== null,
      hasToken: getHeader(request, 'Authorization') !== null,
      asksFor: getHeader(request, 'Access-Control-Request-Headers'),
    })),
    got: isBlocked ? 'Failed to fetch' : (answer?.status ?? 'nothing asked'),
    console: own.flatMap(({ step }) => told.at(step)[strategy].console ?? []),
    jar: jar.map(({ name }) => name),
  };
}

/** Runs the deeds in the engine. */
export async function playInEngine(settings: Settings, strategy: Strategy): Promise<Seen[]> {
  const actions = DEEDS.map((type): Action => ({ type }));
  const trace = await runScenario({ id: 'played', title: '', question: '', settings, actions });
  return DEEDS.map((_, i) => readDeed(trace, i, strategy));
}
