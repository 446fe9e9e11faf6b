import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import { openTelling } from '../../src/lesson/tell.ts';
import type { Action } from '../../src/sim/action.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { anyRun } from '../sim/arbitraries.ts';
import { run, toScenario } from '../sim/runs.ts';
import { formatTelling } from './goldenWords.ts';

const toPath = (name: string) => join(ROOT, 'tests/lesson/golden', `${name}.txt`);

/** Rewrites the golden files instead of comparing. Read the difference before you commit it. */
const UPDATE = process.env.UPDATE_GOLDEN === '1';

function expectGolden(name: string, text: string) {
  if (UPDATE) writeFileSync(toPath(name), text);
  expect(text).toBe(readFileSync(toPath(name), 'utf8'));
}

test.each(SCENARIOS)('$id is told as it was', async (scenario) => {
  expectGolden(scenario.id, formatTelling(openTelling(await runScenario(scenario))));
});

/** Runs that are no Scenarios: somebody acts in a browser that is not the user's first. */
const OTHER_BROWSERS: readonly (readonly [name: string, actions: readonly Action[]])[] = [
  [
    'second-browser',
    [
      { type: 'login' },
      { type: 'login', client: 'phone' },
      { type: 'logout' },
      { type: 'request', client: 'phone' },
      { type: 'request', fold: true },
      { type: 'request', client: 'phone', fold: true },
      { type: 'logout', client: 'phone', fold: true },
      { type: 'end' },
    ],
  ],
  [
    'attackers-own-browser',
    [
      { type: 'login', fold: true },
      { type: 'login', client: 'attacker' },
      { type: 'logout', fold: true },
      { type: 'request', client: 'attacker' },
      { type: 'request', client: 'attacker', fold: true },
      { type: 'logout', client: 'attacker' },
      { type: 'login', client: 'attacker', fold: true },
    ],
  ],
];

test.each(OTHER_BROWSERS)('%s is told as it was', async (name, actions) => {
  expectGolden(name, formatTelling(openTelling(await run(actions))));
});

const RUNS = 500;

test(`${RUNS} random runs are told as they were`, { timeout: 300_000 }, async () => {
  const hash = createHash('sha256');
  for (const { settings, actions } of fc.sample(anyRun(12), { seed: 8, numRuns: RUNS })) {
    const text = formatTelling(
      openTelling(await runScenario({ ...toScenario(), settings, actions })),
    );
    // To see what changed: WORDS_OUT=file keeps the text itself.
    if (process.env.WORDS_OUT) writeFileSync(process.env.WORDS_OUT, text, { flag: 'a' });
    hash.update(text);
  }
  expectGolden('random-runs', `${hash.digest('hex')}\n`);
});
