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

async function runPlaywright() {
  console.log('\n── e2e');
  const path = join(REPORTS, 'e2e.json');
  const env = { E2E_PORT: await findFreePort(), PLAYWRIGHT_JSON_OUTPUT_FILE: path };
  const args = ['test', '--config=src/cli/test/playwright.config.ts'];
  const start = performance.now();
  const code = await runScript('@playwright/test/cli.js', args, { env });
  const report = readJson(path);
  return { row: { ...countPlaywright(report, code), seconds: toSeconds(start) }, report };
}

/** Runs what needs one core and no browser, one after the other, and resolves to its rows. */
async function runSingles(singles) {
  const rows = [];
  for (const { name, turn, work } of singles) rows.push(await runOne(name, turn, work));
  return rows;
}

async function runChosen(stages, redis) {
  const turns = openTurns((chunk) => process.stdout.write(chunk));
  const checks = stages.includes('check') ? CHECKS : [];
  const singles = checks.map(({ name, run }) => ({
    ...{ name, turn: turns.take() },
    work: async (say) => (await run({ say })) === 0,
  }));
  if (stages.includes('e2e')) singles.push({ name: 'build', turn: turns.take(), work: build });

  const suites = VITEST_SUITES.filter((suite) => stages.includes(suite));
  const untested = { rows: [], notes: [], report: null };
  // The two share the cores: what waits for a server or a file leaves its core to the other.
  const [first, tested] = await Promise.all([
    runSingles(singles),
    suites.length > 0 ? runVitest(suites, redis, turns.take()) : untested,
  ]);

  const rows = [...first, ...tested.rows];
  let browsed = null;
  if (stages.includes('e2e')) {
    const isBuilt = first.some(({ name, failed }) => name === 'build' && failed === 0);
    // Alone, because a browser that has to wait for a core shows its pictures late.
    if (isBuilt) browsed = await runPlaywright();
    const note = 'not run, because the build failed';
    rows.push(browsed?.row ?? toRow('e2e', { failed: 1, note }));
  }
  const firefox = browsed
    ? [`Firefox: ${findFirefoxHere() ?? 'none here, so nothing ran in it'}`]
    : [];
  const tests = listTests({ vitest: tested.report, playwright: browsed?.report ?? null });
  // What failed comes last: of a long log, often only the end is kept.
  const named = [...toSlowLines(tests), ...tested.notes, ...firefox, ...toFailedLines(tests)];
  return { rows, notes: named };
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
