import { spawn } from 'node:child_process';
import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import {
  type Exchange,
  isExchange,
  listEntries,
  listExchanges,
} from '../../src/lesson/exports/exchanges.ts';
import { formatCurlScript } from '../../src/lesson/exports/formatCurlScript.ts';
import { openTelling } from '../../src/lesson/tell.ts';
import type { Telling } from '../../src/lesson/telling.ts';
import type { HeaderField } from '../../src/sim/message.ts';
import type { Scenario } from '../../src/sim/scenario.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { STRATEGIES, type Strategy } from '../../src/sim/strategy.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { atTime } from './harness/clock.ts';
import { CONNECTION_DEPENDENT } from './harness/compare.ts';
import type { Exchange as RealExchange } from './harness/exchange.ts';
import { toFields } from './harness/exchange.ts';
import { withServer } from './harness/server.ts';
import { openServers } from './harness/world.ts';

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a bash script and resolves to all that it said. The server is in this process: nothing may wait for it. */
const runBash = (script: string, env: Readonly<Record<string, string>>) =>
  new Promise<Ended>((resolve, reject) => {
    const bash = spawn('bash', ['-s'], { env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [bash.stdout, bash.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
      });
    }
    bash.on('error', reject);
    bash.on('close', (code) => resolve({ code, output }));
    bash.stdin.end(script);
  });

/** Lets somebody's own client talk with the reference server of a lane; resolves to what went over the wire. */
async function serveLane(
  { settings, actions }: Scenario,
  strategy: Strategy,
  use: (base: string) => Promise<void>,
): Promise<readonly RealExchange[]> {
  const servers = await openServers(strategy, settings, actions);
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
  try {
    await withServer(listener, ({ port }) => use(`http://127.0.0.1:${port}`));
  } finally {
    await servers.close();
  }
  return real;
}

const toComparable = (fields: readonly HeaderField[]) =>
  fields.filter(([name]) => !(name in CONNECTION_DEPENDENT));

const toTold = ({ response }: Exchange) => ({
  status: Number(response?.startLine.split(' ')[1]),
  headers: toComparable(response?.headers ?? []),
  body: response?.body ?? null,
});

const toReal = ({ response: { status, headers, body } }: RealExchange) => ({
  status,
  headers: toComparable(headers),
  body,
});

/** Runs that somebody's own client can repeat by itself: no clock to move, one server by http that nobody touches. */
const isRepeatable = ({ settings, actions }: Scenario, telling: Telling) =>
  !settings.second &&
  !settings.frontEnd &&
  settings.origin.startsWith('http:') &&
  !actions.some(({ type }) => ['wait', 'startSlow', 'refreshTwice', 'back'].includes(type)) &&
  STRATEGIES.every((strategy) =>
    listEntries(telling, strategy).every((entry) => isExchange(entry) || !entry.isAtServer),
  );

const told = await Promise.all(
  SCENARIOS.map(async (scenario) => ({
    scenario,
    telling: openTelling(await runScenario(scenario)),
  })),
);
const repeatable = told.filter(({ scenario, telling }) => isRepeatable(scenario, telling));

test('enough runs can be repeated by somebody’s own client', () => {
  expect(repeatable.map(({ scenario: { id } }) => id)).toContain('login-to-logout');
  expect(repeatable.length).toBeGreaterThan(15);
});

describe.each(STRATEGIES)('the %s lane', (strategy) => {
  test.each(repeatable.map(({ scenario, telling }) => [scenario.id, scenario, telling] as const))(
    'as a curl script gets the answers of the run: %s',
    async (_id, scenario, telling) => {
      const script = formatCurlScript(telling, strategy);
      const real = await atTime(scenario.settings.start, () =>
        serveLane(scenario, strategy, async (base) => {
          const { code, output } = await runBash(script, { BASE: base });
          expect(output).not.toContain('WRONG');
          expect([code, output.trim().split('\n').length > 0]).toEqual([0, true]);
        }),
      );
      // What has too large a header no server's code ever sees.
      const seen = listExchanges(telling, strategy)
        .map(toTold)
        .filter(({ status }) => status !== 431);
      expect(real.map(toReal)).toEqual(seen);
    },
  );
});

test('a script says which answer is another one, and fails', async () => {
  const [walk] = repeatable;
  if (!walk) throw new Error('no run to repeat');
  const script = formatCurlScript(walk.telling, 'session').replace('ask 401', 'ask 200');
  await atTime(walk.scenario.settings.start, () =>
    serveLane(walk.scenario, 'session', async (base) => {
      const { code, output } = await runBash(script, { BASE: base });
      expect(code).toBe(1);
      expect(output).toContain('WRONG 401, not 200');
    }),
  );
});
