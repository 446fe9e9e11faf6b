import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import { runScenario } from '../../../src/sim/trace.ts';

const MUST = /must log in/;
const CAN = /can get a new token; nobody has to log in/;
const LATER = /can get a new token once the store is back/;

const REFRESH: Action = { type: 'refresh', fold: true };
const BACK: Action = { type: 'storeOutage', over: true };

const listRefreshing = () => SCENARIOS.filter(({ settings }) => settings.token.refreshLifetime);

test('whoever is refused is told to log in where no refresh token helps, and only there', async () => {
  const told = { must: 0, can: 0, later: 0 };
  for (const scenario of listRefreshing()) {
    const { actions } = scenario;
    const { run, at } = openTelling(await runScenario(scenario));
    for (let step = 1; step <= run.lastStep; step++) {
      const { actionIndex, token } = at(step);
      const action = actions[actionIndex];
      if (action?.type !== 'request' || action.client) continue;
      const said = toPlainText(token.sentence);
      if (![MUST, CAN, LATER].some((words) => words.test(said))) continue;
      const before = actions.slice(0, actionIndex + 1);
      const goOn = async (...more: readonly Action[]) => {
        const trace = await runScenario({ ...scenario, actions: [...before, ...more] });
        return trace.frames.at(-1)?.token.outcome.status;
      };
      const name = `${scenario.id} ${step}: ${said}`;
      if (CAN.test(said)) {
        told.can++;
        expect(await goOn(REFRESH), name).toBe(200);
      } else if (LATER.test(said)) {
        told.later++;
        expect(await goOn(REFRESH), name).not.toBe(200);
        expect(await goOn(BACK, REFRESH), name).toBe(200);
      } else {
        told.must++;
        expect(await goOn(REFRESH), name).not.toBe(200);
      }
    }
  }
  expect(told).toEqual({ must: 2, can: 1, later: 1 });
});
