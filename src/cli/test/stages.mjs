import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findFirefoxHere, requireBrowser } from '../machine/browser.mjs';
import { Complaint } from '../machine/complaint.mjs';
import { listenFrom } from '../machine/listen.mjs';
import { CACHE, ROOT } from '../machine/paths.mjs';
import { provideRedis } from '../machine/redisServer.mjs';
import { runScript } from '../machine/run.mjs';
import { build } from '../page/build.mjs';
import { createStaticServer } from '../page/staticServer.mjs';
import { CHECKS } from './checks.mjs';
import { toFailedLines } from './failedTests.mjs';
import { listTests } from './reportedTests.mjs';
import { toSlowLines } from './slowTests.mjs';
import { countPlaywright, countVitest, toRow, toStoresLine, VITEST_SUITES } from './summary.mjs';
import { openTurns } from './turns.mjs';

const STAGES = ['check', ...VITEST_SUITES, 'e2e'];
const REPORTS = join(CACHE, 'test');
const E2E_PORT = 4199;

/** Reads `--only sim,page`; all stages when it is left out. @throws Complaint for an unknown one. */
export function chooseStages(only) {
  const chosen = only === undefined ? STAGES : only.split(',').map((name) => name.trim());
  const unknown = chosen.find((name) => !STAGES.includes(name));
  if (unknown === undefined) return chosen;
  throw new Complaint(`--only knows ${STAGES.join(', ')}, but not ${JSON.stringify(unknown)}.`);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

const toSeconds = (startMs) => (performance.now() - startMs) / 1000;

/** Does a piece of work that passes or fails as a whole, in its turn. */
async function runOne(name, turn, work) {
  turn.say(`\n── ${name}\n`);
  const start = performance.now();
  const passed = await work(turn.say);
  turn.end();
  const seconds = toSeconds(start);
  return toRow(name, { passed: Number(passed), failed: Number(!passed), seconds });
}

async function runVitest(suites, redis, turn) {
  turn.say(`\n── ${suites.join(', ')}\n`);
  const path = join(REPORTS, 'vitest.json');
  const args = [
    'run',
    '--config=src/cli/test/vitest.config.ts',
    '--allowOnly=false',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path}`,
    ...suites.map((suite) => `--project=${suite}`),
  ];
  const env = redis?.url ? { REDIS_URL: redis.url } : {};
  const code = await runScript('vitest/vitest.mjs', args, { env, say: turn.say });
  turn.end();
  const report = readJson(path);
  const rows = countVitest(suites, report, code);
  if (!redis) return { rows, notes: [], report };
  const library = readJson(join(ROOT, 'node_modules/connect-redis/package.json'))?.version;
  return { rows, notes: [toStoresLine(report, { ...redis, library })], report };
}

async function findFreePort() {
  const { port, close } = await listenFrom(() => createStaticServer(REPORTS), E2E_PORT);
  close();
  return String(port);
}

async function runPlaywright(turn) {
  turn.say('\n── e2e\n');
  const path = join(REPORTS, 'e2e.json');
  const env = { E2E_PORT: await findFreePort(), PLAYWRIGHT_JSON_OUTPUT_FILE: path };
  const args = ['test', '--config=src/cli/test/playwright.config.ts'];
  const start = performance.now();
  const code = await runScript('@playwright/test/cli.js', args, { env, say: turn.say });
  turn.end();
  const report = readJson(path);
  return { row: { ...countPlaywright(report, code), seconds: toSeconds(start) }, report };
}

const UNTESTED = { rows: [], notes: [], report: null };

/** Builds the page and tests what came of it in a browser. */
async function buildAndBrowse(turns) {
  const built = await runOne('build', turns.take(), build);
  if (built.failed > 0) {
    const row = toRow('e2e', { failed: 1, note: 'not run, because the build failed' });
    return { rows: [built, row], notes: [], report: null };
  }
  const { row, report } = await runPlaywright(turns.take());
  const notes = [`Firefox: ${findFirefoxHere() ?? 'none here, so nothing ran in it'}`];
  return { rows: [built, row], notes, report };
}

/** Runs the checks, one after the other, and resolves to their rows. */
async function runChecks(checks) {
  const rows = [];
  for (const { name, turn, run } of checks) {
    rows.push(await runOne(name, turn, async (say) => (await run({ say })) === 0));
  }
  return rows;
}

async function runChosen(stages, redis) {
  const turns = openTurns((chunk) => process.stdout.write(chunk));
  const checks = (stages.includes('check') ? CHECKS : []).map((check) => ({
    ...check,
    turn: turns.take(),
  }));
  const suites = VITEST_SUITES.filter((suite) => stages.includes(suite));
  // All of them share the cores: what waits for a server, a file or a frame leaves its core to others.
  const [checked, tested, browsed] = await Promise.all([
    runChecks(checks),
    suites.length > 0 ? runVitest(suites, redis, turns.take()) : UNTESTED,
    stages.includes('e2e') ? buildAndBrowse(turns) : UNTESTED,
  ]);
  const tests = listTests({ vitest: tested.report, playwright: browsed.report });
  // What failed comes last: of a long log, often only the end is kept.
  const notes = [...toSlowLines(tests), ...tested.notes, ...browsed.notes, ...toFailedLines(tests)];
  return { rows: [...checked, ...tested.rows, ...browsed.rows], notes };
}

/**
 * Runs the stages, whatever fails, and resolves to the rows of the summary, with notes to go below
 * them.
 */
export async function runStages(stages) {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  // First of all, because without a browser there is no use in starting.
  if (stages.includes('e2e')) process.env.CHROMIUM_PATH = await requireBrowser();
  const redis = stages.includes('conformance') ? await provideRedis() : null;
  try {
    return await runChosen(stages, redis);
  } finally {
    await redis?.stop();
  }
}
