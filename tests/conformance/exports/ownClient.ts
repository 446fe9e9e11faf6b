import type { RequestListener } from 'node:http';
import {
  type Exchange,
  isExchange,
  listEntries,
  listExchanges,
} from '../../../src/lesson/exports/exchanges.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Telling } from '../../../src/lesson/telling.ts';
import type { HeaderField } from '../../../src/sim/message.ts';
import type { Scenario } from '../../../src/sim/scenario.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { STRATEGIES, type Strategy } from '../../../src/sim/strategy.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { CONNECTION_DEPENDENT } from '../harness/compare.ts';
import type { Exchange as RealExchange } from '../harness/exchange.ts';
import { toFields } from '../harness/exchange.ts';
import { listen } from '../harness/server.ts';
import { openServers } from '../harness/world.ts';

/** A run and what is told of it. */
export interface ToldRun {
  readonly scenario: Scenario;
  readonly telling: Telling;
}

/** The reference server of a lane, for a client of somebody's own, and all that it has answered. */
export interface OpenLane {
  readonly base: string;
  readonly real: readonly RealExchange[];
  close(): Promise<void>;
}

/** Opens the reference server of a lane for somebody's own client. */
export async function openLane(scenario: Scenario, strategy: Strategy): Promise<OpenLane> {
  const servers = await openServers(strategy, scenario.settings, scenario.actions);
  const real: RealExchange[] = [];
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const exchange = await servers.get('server').exchange({
      method: request.method ?? '',
      target: request.url ?? '',
      headers: toFields(request.rawHeaders),
      body: text === '' ? null : text,
    });
    real.push(exchange);
    const { status, reason, headers, body } = exchange.response;
    response.writeHead(status, reason, headers.flat()).end(body ?? undefined);
  };
  const { port, close } = await listen(listener);
  return {
    base: `http://127.0.0.1:${port}`,
    real,
    close: async () => {
      await close();
      await servers.close();
    },
  };
}

const toComparable = (fields: readonly HeaderField[]) =>
  fields.filter(([name]) => !(name in CONNECTION_DEPENDENT));

/** What the run says is answered, likewise. */
const toTold = ({ response }: Exchange) => ({
  status: Number(response?.startLine.split(' ')[1]),
  headers: toComparable(response?.headers ?? []),
  body: response?.body ?? null,
});

/** What a server answered, as far as it does not depend on the connection. */
export const toReal = ({ response: { status, headers, body } }: RealExchange) => ({
  status,
  headers: toComparable(headers),
  body,
});

/** What a lane's server answers in a run. What has too large a header no server's code ever sees. */
export const listTold = (telling: Telling, strategy: Strategy) =>
  listExchanges(telling, strategy)
    .map(toTold)
    .filter(({ status }) => status !== 431);

/** Runs that somebody's own client can repeat by itself: no clock to move, one server by http that nobody touches. */
const isRepeatable = ({ settings, actions }: Scenario, telling: Telling) =>
  !settings.second &&
  !settings.frontEnd &&
  settings.origin.startsWith('http:') &&
  !actions.some(({ type }) => ['wait', 'startSlow', 'refreshTwice', 'back'].includes(type)) &&
  STRATEGIES.every((strategy) =>
    listEntries(telling, strategy).every((entry) => isExchange(entry) || !entry.isAtServer),
  );

const told: readonly ToldRun[] = await Promise.all(
  SCENARIOS.map(async (scenario) => ({
    scenario,
    telling: openTelling(await runScenario(scenario)),
  })),
);
/** The runs of the lesson that somebody's own client can repeat. */
export const REPEATABLE = told.filter(({ scenario, telling }) => isRepeatable(scenario, telling));
