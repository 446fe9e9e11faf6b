import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { runScenario } from '../../../src/sim/trace.ts';

/** All that is said of an app's login, request and logout, each in one step or in its phases. */
async function tellApp(client: string, fold: boolean): Promise<readonly string[]> {
  const actions: readonly Action[] = [
    { type: 'login', client, fold },
    { type: 'request', client, fold },
    { type: 'logout', client, fold },
  ];
  const settings = changeSettings({ token: { keptIn: 'memory' } });
  const trace = await runScenario({
    id: 'test',
    title: 'test',
    question: 'test',
    settings,
    actions,
  });
  const { run, at } = openTelling(trace);
  return Array.from({ length: run.lastStep }, (_, i) => at(i + 1)).flatMap((told) =>
    STRATEGIES.map((lane) => toPlainText(told[lane].sentence)),
  );
}

const BROWSERS_PARTS = /\bbrowser|page’s own code|localStorage|HttpOnly/;

test.each([true, false])('an app has no browser and no page, folded: %s', async (fold) => {
  const said = await tellApp('app', fold);
  expect(said.filter((sentence) => BROWSERS_PARTS.test(sentence))).toEqual([]);
  expect(said.filter((sentence) => /the app/i.test(sentence)).length).toBeGreaterThan(2);
  // A phone’s browser is one.
  const phone = await tellApp('phone', fold);
  expect(phone.some((sentence) => BROWSERS_PARTS.test(sentence))).toBe(true);
});
