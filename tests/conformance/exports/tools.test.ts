import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatHttpFile } from '../../../src/lesson/exports/formatHttpFile.ts';
import { formatPostman } from '../../../src/lesson/exports/formatPostman.ts';
import { toBase } from '../../../src/lesson/exports/toBase.ts';
import { STRATEGIES } from '../../../src/sim/strategy.ts';
import { openOwnRun } from '../../lesson/exports/ownRun.ts';
import { atTime } from '../harness/clock.ts';
import { HOSTILE } from './hostileRuns.ts';
import { listTold, type OpenLane, openLane, REPEATABLE, toReal } from './ownClient.ts';
import { runProgram } from './runProgram.ts';

const { resolve } = createRequire(import.meta.url);

/** What httpyac says of the requests that it has sent. */
interface Report {
  readonly requests: readonly {
    readonly fileName: string;
    readonly name: string;
    readonly summary: { readonly failedTests: number; readonly erroredTests: number };
  }[];
}

/** Runs the collections one after the other, and says what failed. */
const RUN_ALL = `
  const { run } = require(${JSON.stringify(resolve('newman'))});
  const next = ([path, ...rest]) => path && run({ collection: path }, (error, summary) => {
    const { failures } = summary.run;
    if (error || failures.length > 0) console.log(path, error, failures.map(({ error }) => error.message));
    next(rest);
  });
  next(process.argv.slice(1));
`;

// One process runs all of them: the clock of their servers stands at one time.
const [walk] = REPEATABLE;
const START = walk?.scenario.settings.start ?? 0;
// One run in three: what the scripts of all of them do, curl.test.ts has tried.
const SOME = REPEATABLE.filter(({ scenario }) => scenario.settings.start === START)
  .filter((_, i) => i % 3 === 0)
  .map((told) => ({ ...told, name: told.scenario.id }));
const OWN = await Promise.all(
  HOSTILE.map(async ([name, settings]) => ({ ...(await openOwnRun(settings)), name })),
);
const RUNS = [...SOME, ...OWN].flatMap((told) =>
  STRATEGIES.map((strategy) => ({ ...told, strategy })),
);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exports-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Opens the server of each run, writes each run's file, and has `use` run the files. */
async function serveAll(
  toFile: (run: (typeof RUNS)[number], base: string) => string,
  ending: string,
  use: (paths: readonly string[]) => Promise<void>,
): Promise<readonly OpenLane[]> {
  return atTime(START, async () => {
    const lanes: OpenLane[] = [];
    const paths: string[] = [];
    try {
      for (const [i, run] of RUNS.entries()) {
        const lane = await openLane(run.scenario, run.strategy);
        lanes.push(lane);
        const path = join(folder, `${i}.${ending}`);
        await writeFile(path, toFile(run, lane.base));
        paths.push(path);
      }
      await use(paths);
    } finally {
      for (const { close } of lanes) await close();
    }
    return lanes;
  });
}

function expectAll(lanes: readonly OpenLane[]) {
  expect(lanes.length).toBe(RUNS.length);
  for (const [i, { name, telling, strategy }] of RUNS.entries()) {
    const run = `${name}, ${strategy}`;
    expect(lanes[i]?.real.map(toReal), run).toEqual(listTold(telling, strategy));
  }
  expect(existsSync(join(folder, 'OWNED'))).toBe(false);
}

describe('the files of runs that somebody’s own client can repeat, hostile ones too', () => {
  test('are many', () => {
    expect(SOME.length * STRATEGIES.length).toBeGreaterThan(25);
    expect(OWN.map(({ scenario }) => scenario.settings.start)).toEqual(OWN.map(() => START));
  });

  test('get the answers of the run by httpyac', async () => {
    const origin = ({ scenario, strategy }: (typeof RUNS)[number]) =>
      `@base = ${toBase(scenario.settings.origin, strategy)}`;
    const lanes = await serveAll(
      (run, base) => {
        const text = formatHttpFile(run.telling, run.strategy);
        expect(text).toContain(origin(run));
        return text.replace(origin(run), `@base = ${base}`);
      },
      'http',
      async (paths) => {
        const { code, output } = await runProgram(
          process.execPath,
          [
            resolve('httpyac/bin/httpyac.js'),
            'send',
            '*.http',
            '--all',
            '--json',
            '--output',
            'none',
          ],
          { cwd: folder },
        );
        expect(code, output).toBe(0);
        const { requests } = JSON.parse(output) as Report;
        expect(new Set(requests.map(({ fileName }) => fileName)).size).toBe(paths.length);
        for (const { name, summary } of requests) {
          expect([name, summary.failedTests + summary.erroredTests]).toEqual([name, 0]);
        }
      },
    );
    expectAll(lanes);
  });

  test('get the answers of the run by newman', async () => {
    const lanes = await serveAll(
      ({ telling, strategy }, base) =>
        formatPostman(telling, strategy).replace(
          JSON.stringify(toBase(telling.run.scenario.settings.origin, strategy)),
          JSON.stringify(base),
        ),
      'json',
      async (paths) => {
        const { code, output } = await runProgram(process.execPath, ['-e', RUN_ALL, ...paths], {
          cwd: folder,
        });
        expect([code, output]).toEqual([0, '']);
      },
    );
    expectAll(lanes);
  });
});
