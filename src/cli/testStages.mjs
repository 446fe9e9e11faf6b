import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { CHECKS } from './checks.mjs';
import { Complaint } from './complaint.mjs';
import { listenFrom } from './listen.mjs';
import { CACHE, ROOT } from './paths.mjs';
import { provideRedis } from './redisServer.mjs';
import { runScript } from './run.mjs';
import { createStaticServer } from './staticServer.mjs';
import {
  countPlaywright,
  countVitest,
  toRow,
  toStoresLine,
  VITEST_SUITES,
} from './testSummary.mjs';

const STAGES = ['check', ...VITEST_SUITES, 'e2e'];
const REPORTS = join(CACHE, 'test');
const E2E_PORT = 4199;

/** Reads `--only sim,app`; all stages when it is left out. @throws Complaint for an unknown one. */
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

async function runOne(name, work) {
  console.log(`\n── ${name}`);
  const passed = await work();
  return toRow(name, { passed: Number(passed), failed: Number(!passed) });
}

async function runVitest(suites, redis) {
  console.log(`\n── ${suites.join(', ')}`);
  const path = join(REPORTS, 'vitest.json');
  const args = [
    'run',
    '--config=src/cli/vitest.config.ts',
    '--allowOnly=false',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path}`,
    ...suites.map((suite) => `--project=${suite}`),
  ];
  const env = redis?.url ? { REDIS_URL: redis.url } : {};
  const code = await runScript('vitest/vitest.mjs', args, { env });
  const report = readJson(path);
  const rows = countVitest(suites, report, code);
  if (!redis) return { rows, notes: [] };
  const library = readJson(join(ROOT, 'node_modules/connect-redis/package.json'))?.version;
  return { rows, notes: [toStoresLine(report, { ...redis, library })] };
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
  const args = ['test', '--config=src/cli/playwright.config.ts'];
  const code = await runScript('@playwright/test/cli.js', args, { env });
  return countPlaywright(readJson(path), code);
}

async function runChosen(stages, redis) {
  const rows = [];
  const notes = [];
  if (stages.includes('check')) {
    for (const { name, run } of CHECKS) rows.push(await runOne(name, async () => !(await run())));
  }
  const suites = VITEST_SUITES.filter((suite) => stages.includes(suite));
  if (suites.length > 0) {
    const tested = await runVitest(suites, redis);
    rows.push(...tested.rows);
    notes.push(...tested.notes);
  }
  if (stages.includes('e2e')) {
    const built = await runOne('build', build);
    rows.push(built);
    if (built.failed === 0) rows.push(await runPlaywright());
    else rows.push(toRow('e2e', { failed: 1, note: 'not run, because the build failed' }));
  }
  return { rows, notes };
}

/**
 * Runs the stages one after the other, whatever fails, and resolves to the rows of the summary,
 * with notes to go below them.
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
