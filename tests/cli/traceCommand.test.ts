import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import { traceCommand } from '../../src/cli/trace/traceCommand.ts';
import { EXPORT_FORMATS, EXPORTERS } from '../../src/lesson/exports/exportFormats.ts';
import { openTelling } from '../../src/lesson/tell.ts';
import { formatRunFile } from '../../src/sim/runs/runFile.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { STRATEGIES } from '../../src/sim/strategy.ts';
import { runScenario } from '../../src/sim/trace.ts';

// From another folder, because no command may depend on where it is called.
const trace = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'src/cli/trace.mjs'), ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
  });

test('the table has a heading, a rule and a row for each of the 12 steps', async () => {
  const lines = (await traceCommand(['login-to-logout'])).split('\n');
  expect(lines.splice(-1)).toEqual(['']);
  expect(lines).toHaveLength(14);
  expect(lines[0]).toMatch(/^Step {2}Action .*Session-based Auth .*Token-based Auth .*Result$/);
  expect(lines.slice(2).map((line) => Number(line.slice(0, 4)))).toEqual(
    Array.from({ length: 12 }, (_, i) => i + 1),
  );
  expect(lines[5]).toMatch(/^ {3}4 {2}Send auth data to client {2,}Send session ID cookie {2,}/);
});

const IDS = SCENARIOS.map(({ id }) => id).join(', ');

test('--json prints JSON and nothing else', () => {
  const { status, stdout, stderr } = trace('login-to-logout', '--json');
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout).frames).toHaveLength(13);
});

/** All formats of both lanes; the scenarios have them in turn, so that each has many. */
const KINDS = EXPORT_FORMATS.flatMap((format) => STRATEGIES.map((lane) => [format, lane] as const));

test('every scenario, in every format and lane, is byte for byte what the page writes', async () => {
  expect(SCENARIOS.length).toBeGreaterThan(2 * KINDS.length);
  for (const [i, scenario] of SCENARIOS.entries()) {
    const [format, lane] = KINDS[i % KINDS.length] ?? ['csv', 'session'];
    const run = await runScenario(scenario);
    const printed = await traceCommand([scenario.id, '--format', format, '--lane', lane]);
    const written = EXPORTERS[format].write(openTelling(run), lane, run, formatRunFile);
    // Not by toBe: it would print megabytes.
    expect(printed === written, `${scenario.id} ${format} ${lane}`).toBe(true);
  }
});

// Each has another sort of line end; a file that is long is --json’s, above.
test.each(['csv', 'curl'] as const)('the command adds nothing to a file: %s', async (format) => {
  const { stdout } = trace('login-to-logout', '--format', format);
  expect(stdout).toBe(await traceCommand(['login-to-logout', '--format', format]));
  expect(stdout.endsWith('\r\n')).toBe(format === 'csv');
});

test('an unknown scenario is a sentence with the known ones', () => {
  const { status, stdout, stderr } = trace('nonsense', '--json');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toBe(`There is no scenario "nonsense": choose one of ${IDS}.\n`);
});

test.each([
  [[], `Name a scenario: choose one of ${IDS}.`],
  [['a', 'b'], 'There is no scenario "a b"'],
  [['login-to-logout', '--xml'], "Unknown option '--xml'."],
])('%j is refused', async (args, sentence) => {
  await expect(traceCommand(args)).rejects.toThrow(sentence);
});

test('--help names every scenario', async () => {
  expect(await traceCommand(['--help'])).toMatch(/^ {2}login-to-logout {2}/m);
});
