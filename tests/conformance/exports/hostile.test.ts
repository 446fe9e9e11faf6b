import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatCurlScript } from '../../../src/lesson/exports/formatCurlScript.ts';
import { openOwnRun } from '../../lesson/exports/ownRun.ts';
import { atTime } from '../harness/clock.ts';
import { HOSTILE } from './hostileRuns.ts';
import { listTold, openLane, toReal } from './ownClient.ts';
import { runProgram } from './runProgram.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
});
afterAll(() => rm(folder, { recursive: true }));

// The files of the same runs for httpyac and newman, which take long to start, tools.test.ts tries.
describe.each(HOSTILE)('a run with %s', (_name, settings) => {
  test.each(['session', 'token'] as const)('is played by curl as it is, %s', async (strategy) => {
    const { scenario, telling } = await openOwnRun(settings);
    await atTime(scenario.settings.start, async () => {
      const { base, real, close } = await openLane(scenario, strategy);
      const { code, output } = await runProgram('bash', ['-s'], {
        input: formatCurlScript(telling, strategy),
        env: { BASE: base },
        cwd: folder,
      }).finally(close);
      expect(code, output).toBe(0);
      expect(real.map(toReal)).toEqual(listTold(telling, strategy));
    });
    expect(existsSync(join(folder, 'OWNED'))).toBe(false);
  });
});
