/** Suites that vitest runs; each is a project of vitest.config.ts and a folder of tests/. */
export const VITEST_SUITES = [
  'house',
  'sim',
  'lesson',
  'player',
  'page',
  'warnings',
  'cli',
  'conformance',
];

/** Makes a row of the summary: how many tests of a suite passed, failed and were skipped, in what time. */
export function toRow(name, counts) {
  return { name, passed: 0, failed: 0, skipped: 0, seconds: null, note: '', ...counts };
}

function settle(row) {
  const total = row.passed + row.failed + row.skipped;
  return total === 0 ? { ...row, failed: 1, note: 'no tests, which counts as a failure' } : row;
}

function countFile(row, file) {
  for (const { status } of file.assertionResults) {
    if (status === 'passed') row.passed++;
    else if (status === 'failed') row.failed++;
    else row.skipped++;
  }
  // A file that could not be loaded, or whose hooks threw, may have no failed test to show.
  const shown = file.assertionResults.some(({ status }) => status === 'failed');
  if (file.status === 'failed' && !shown) row.failed++;
}

/** Counts vitest's JSON report (`null` when there is none) by suite; `code` is its exit code. */
export function countVitest(suites, report, code) {
  if (!report) {
    return suites.map((name) => toRow(name, { failed: 1, note: 'vitest did not finish' }));
  }
  const rows = suites.map((name) => {
    const row = toRow(name);
    const isOurs = (file) => file.name.replaceAll('\\', '/').includes(`/tests/${name}/`);
    const files = report.testResults.filter(isOurs);
    for (const file of files) countFile(row, file);
    // Files run side by side: what they took together, not how long one had to wait.
    const seconds = files.reduce((sum, { startTime, endTime }) => sum + endTime - startTime, 0);
    return settle({ ...row, seconds: Number.isFinite(seconds) ? seconds / 1000 : null });
  });
  // An error outside of any test, such as an unhandled rejection, shows in the exit code alone.
  if (code !== 0 && rows.every(({ failed }) => failed === 0)) {
    rows.push(toRow('vitest itself', { failed: 1, note: 'an error outside of the tests' }));
  }
  return rows;
}

/** Counts Playwright's JSON report (`null` when there is none); `code` is its exit code. */
export function countPlaywright(report, code) {
  if (!report) return toRow('e2e', { failed: 1, note: 'Playwright did not finish' });
  const { expected, unexpected, flaky, skipped } = report.stats;
  const row = toRow('e2e', { passed: expected, failed: unexpected + flaky, skipped });
  const broken = row.failed === 0 && (code !== 0 || report.errors.length > 0);
  if (broken && expected > 0) return { ...row, failed: 1, note: 'an error outside of the tests' };
  return settle(row);
}

/** How the tests that hold a store against the engine end their names. */
const STORE = /with the sessions in (\w+)/;

/**
 * Says in which stores sessions were kept, by the tests of vitest's report that ran; `redis` says
 * which one there was, or why there was none.
 */
export function toStoresLine(report, { version, library, why = 'its tests did not run' }) {
  const tests = report?.testResults.flatMap((file) => file.assertionResults) ?? [];
  const ran = tests.filter(({ status }) => status === 'passed' || status === 'failed');
  const stores = new Set(ran.map(({ fullName }) => STORE.exec(fullName)?.[1]));
  const level = stores.has('LevelDB') ? 'LevelDB' : 'no LevelDB';
  if (!stores.has('Redis')) return `stores: ${level}; no Redis (${why})`;
  return `stores: ${level}, Redis ${version} (connect-redis ${library})`;
}

/**
 * Returns the lines of the summary with notes below the rows, the last line the verdict, in which
 * skipped is failed.
 */
export function toSummary(rows, notes = []) {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const width = Math.max(...rows.map(({ name }) => name.length));
  const skipped = sum('skipped');
  const failed = sum('failed') + skipped;
  const toLine = (row) => {
    const counts = `${row.passed} passed, ${row.failed} failed, ${row.skipped} skipped`;
    const time = row.seconds === null ? '' : `, ${row.seconds.toFixed(1)} s`;
    return `${row.name.padEnd(width)}  ${counts}${time}${row.note && ` (${row.note})`}`;
  };
  const lines = ['', ...rows.map(toLine), ...notes];
  if (skipped > 0) lines.push(`${skipped} skipped, which counts as failed`);
  lines.push(`${sum('passed')} passed, ${failed} failed`);
  return { lines, failed };
}
