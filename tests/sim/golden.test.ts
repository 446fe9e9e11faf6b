import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import type { Trace } from '../../src/sim/trace.ts';
import { runScenario } from '../../src/sim/trace.ts';
import { CORNERS } from './corners.ts';
import { formatTrace } from './goldenText.ts';
import { run, runWalk } from './runs.ts';

const toPath = (id: string) => join(ROOT, 'tests/sim/golden', `${id}.txt`);

/** Rewrites the golden files instead of comparing. Read the difference before you commit it. */
const UPDATE = process.env.UPDATE_GOLDEN === '1';

function expectGolden(id: string, trace: Trace): void {
  const path = toPath(id);
  const text = formatTrace(trace);
  if (UPDATE) writeFileSync(path, text);
  expect(existsSync(path), `${id}.txt is missing: run with UPDATE_GOLDEN=1`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

test.each(SCENARIOS)('$id is the golden trace, to the letter', async (scenario) => {
  expectGolden(scenario.id, await runScenario(scenario));
});

test.each(Object.entries(CORNERS))('so is the corner %s', async (name, { patch, actions }) => {
  expectGolden(`corners/${name}`, await run(actions, patch));
});

describe('the golden text of the walk', () => {
  const readGolden = () => readFileSync(toPath('login-to-logout'), 'utf8');

  test('holds a real token and a real cookie', () => {
    const golden = readGolden();
    expect(golden).toMatch(/\| {"token":"eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{43}"}/);
    expect(golden).toMatch(/Set-Cookie: connect\.sid=s%3A[\w-]{32}\.[\w%]{43,}; Path=\//);
  });

  test.each([
    ['another password', { user: { password: 'correct mule' } }],
    ['another lifetime', { token: { lifetime: 901 } }],
    ['another seed', { seed: 'other' }],
    ['a cookie without HttpOnly', { session: { httpOnly: false } }],
  ])('is another one with %s', async (_name, patch) => {
    expect(formatTrace(await runWalk(patch))).not.toBe(readGolden());
  });
});
