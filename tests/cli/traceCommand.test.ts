import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import { traceCommand } from '../../src/cli/trace/traceCommand.ts';
import { SCENARIOS } from '../../src/sim/scenarios.ts';

const SPAWN_TIMEOUT = 20_000;

// From another folder, because no command may depend on where it is called.
const trace = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'src/cli/trace.mjs'), ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
  });

test('the table has a heading, a rule and a row for each of the 12 steps', async () => {
  const lines = (await traceCommand(['login-to-logout'])).split('\n');
  expect(lines).toHaveLength(14);
  expect(lines[0]).toMatch(/^Step {2}Action .*Session-based Auth .*Token-based Auth .*Result$/);
  expect(lines.slice(2).map((line) => Number(line.slice(0, 4)))).toEqual(
    Array.from({ length: 12 }, (_, i) => i + 1),
  );
  expect(lines[5]).toMatch(/^ {3}4 {2}Send auth data to client {2,}Send session ID cookie {2,}/);
});

const IDS = SCENARIOS.map(({ id }) => id).join(', ');

test('--json prints JSON and nothing else', { timeout: SPAWN_TIMEOUT }, () => {
  const { status, stdout, stderr } = trace('login-to-logout', '--json');
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout).frames).toHaveLength(13);
});

test('an unknown scenario is a sentence with the known ones', { timeout: SPAWN_TIMEOUT }, () => {
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
