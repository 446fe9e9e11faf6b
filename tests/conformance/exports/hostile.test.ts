import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatCurlScript } from '../../../src/lesson/exports/formatCurlScript.ts';
import { formatHttpFile } from '../../../src/lesson/exports/formatHttpFile.ts';
import { formatPostman } from '../../../src/lesson/exports/formatPostman.ts';
import { toBase } from '../../../src/lesson/exports/toBase.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';
import { type OwnRun, openOwnRun } from '../../lesson/exports/ownRun.ts';
import { atTime } from '../harness/clock.ts';
import { listTold, type OpenLane, openLane, toReal } from './ownClient.ts';
import { runProgram } from './runProgram.ts';

const { resolve } = createRequire(import.meta.url);

/** Settings of runs that somebody hands on as a link; `OWNED` stands for a file that code would write. */
const RUNS: readonly (readonly [name: string, settings: object])[] = [
  ['code of httpyac', { user: { username: "{{require('fs').writeFileSync('OWNED','')}}" } }],
  ['a variable of Postman', { user: { username: '{{$randomInt}} {{base}}' } }],
  ['an escape of httpyac', { user: { username: '\\{\\{base\\}\\}' } }],
  ['code of a shell', { user: { username: '$(touch OWNED)`touch OWNED`"\\!' } }],
  ['lines of httpyac', { user: { username: 'a\n### b\n# @name c\n@base = d\n< e\n> {%' } }],
  ['names that begin with a digit', cookies('1sid', '2token')],
  ['signs of a regular expression', cookies('a*b', 't.*k')],
  ['all signs that a name may have', cookies("!#$%&'*+-.^_`|~", "~|`_^.-+*'&%$#!")],
];

function cookies(session: string, token: string) {
  return { session: { cookieName: session }, token: { keptIn: 'cookie', cookieName: token } };
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Opens the server of a run, and has a client play it: what went over the wire is what the run tells. */
async function play(run: OwnRun, strategy: Strategy, use: (lane: OpenLane) => Promise<void>) {
  await atTime(run.scenario.settings.start, async () => {
    const lane = await openLane(run.scenario, strategy);
    try {
      await use(lane);
    } finally {
      await lane.close();
    }
    expect(lane.real.map(toReal)).toEqual(listTold(run.telling, strategy));
  });
  expect(existsSync(join(folder, 'OWNED'))).toBe(false);
}

describe.each(RUNS)('a run with %s', (_name, settings) => {
  test.each(['session', 'token'] as const)('is played as it is, %s', async (strategy) => {
    const run = await openOwnRun(settings);
    const { telling } = run;
    const base = toBase(run.scenario.settings.origin, strategy);

    await play(run, strategy, async (lane) => {
      const { code, output } = await runProgram('bash', ['-s'], {
        input: formatCurlScript(telling, strategy),
        env: { BASE: lane.base },
        cwd: folder,
      });
      expect(code, output).toBe(0);
    });

    await play(run, strategy, async (lane) => {
      const text = formatHttpFile(telling, strategy);
      await writeFile(
        join(folder, 'a.http'),
        text.replace(`@base = ${base}`, `@base = ${lane.base}`),
      );
      const { code, output } = await runProgram(
        process.execPath,
        [resolve('httpyac/bin/httpyac.js'), 'send', 'a.http', '--all'],
        { cwd: folder },
      );
      expect(code, output).toBe(0);
    });

    await play(run, strategy, async (lane) => {
      await writeFile(
        join(folder, 'a.json'),
        formatPostman(telling, strategy).replace(JSON.stringify(base), JSON.stringify(lane.base)),
      );
      const { code, output } = await runProgram(
        process.execPath,
        [resolve('newman/bin/newman.js'), 'run', 'a.json', '--bail'],
        { cwd: folder },
      );
      expect(code, output).toBe(0);
    });
  });
});
