import { expect, test } from 'vitest';
import { isExchange, listEntries, listExchanges } from '../../../src/lesson/exports/exchanges.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { runScenario } from '../../../src/sim/trace.ts';
import { tell } from './runs.ts';

const countMessages = async (id: string, kind: string) => {
  const { run, at } = await tell(id);
  return STRATEGIES.map(
    (strategy) =>
      Array.from({ length: run.lastStep + 1 }, (_, step) => at(step)[strategy].messages)
        .flat()
        .filter((message) => message.kind === kind).length,
  );
};

test('every request of every scenario is listed once, every answer stands with its own', async () => {
  for (const scenario of SCENARIOS) {
    const telling = openTelling(await runScenario(scenario));
    const requests = await countMessages(scenario.id, 'request');
    const responses = await countMessages(scenario.id, 'response');
    STRATEGIES.forEach((strategy, i) => {
      const exchanges = listExchanges(telling, strategy);
      expect(exchanges.length, `${scenario.id} ${strategy}`).toBe(requests[i]);
      const answered = exchanges.filter(({ response }) => response);
      expect(answered.length, `${scenario.id} ${strategy}`).toBe(responses[i]);
      for (const { request, response } of answered) {
        expect(response?.target).toBe(request.target);
        expect(response?.ends).toEqual([...request.ends].reverse());
      }
    });
  }
});

test('what is done between two requests stands between them', async () => {
  const telling = await tell('restart-memory-store');
  const entries = listEntries(telling, 'session');
  const restart = entries.findIndex((entry) => !isExchange(entry) && entry.isAtServer);
  expect(restart).toBeGreaterThan(0);
  expect(entries.slice(0, restart).some(isExchange)).toBe(true);
  expect(entries.slice(restart + 1).some(isExchange)).toBe(true);
});

test('a wait says how long it is', async () => {
  const waits = await Promise.all(
    SCENARIOS.map(async ({ id, actions }) => {
      const seconds = actions.flatMap((action) =>
        action.type === 'wait' && action.seconds ? [action.seconds] : [],
      );
      const told = listEntries(await tell(id), 'token').flatMap((entry) =>
        isExchange(entry) ? [] : (entry.seconds ?? []),
      );
      return [told, seconds] as const;
    }),
  );
  expect(waits.flatMap(([, seconds]) => seconds).length).toBeGreaterThan(5);
  for (const [told, seconds] of waits) expect(told).toEqual(seconds);
});
