/** How many tests the summary names. */
const COUNT = 10;

/** Lists the tests of vitest's report: seconds, file, name. */
function listVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      seconds: (duration ?? 0) / 1000,
      file: file.replaceAll('\\', '/').replace(/^.*\/(?=tests\/)/, ''),
      name: fullName,
    })),
  );
}

/** Lists the tests of a suite of Playwright's report, whose suites stand in one another. */
function listSuite({ title, suites = [], specs = [] }, file, above) {
  // The outermost is the file, which is named by itself.
  const names = title === file ? above : [...above, title];
  return [
    ...suites.flatMap((suite) => listSuite(suite, file, names)),
    ...specs.map((spec) => ({
      seconds: Math.max(0, ...spec.tests.flatMap(toDurations)) / 1000,
      file: `tests/e2e/${file}`,
      name: [...names, spec.title].join(' › '),
    })),
  ];
}

const toDurations = ({ results }) => results.map(({ duration }) => duration);

/**
 * Returns the lines of the summary that name the slowest tests over all reports (`null` where there
 * is none), the slowest first.
 */
export function toSlowLines({ vitest, playwright }) {
  const tests = [
    ...listVitest(vitest),
    ...(playwright?.suites ?? []).flatMap((suite) => listSuite(suite, suite.file, [])),
  ];
  if (tests.length === 0) return [];
  const slowest = tests.sort((a, b) => b.seconds - a.seconds).slice(0, COUNT);
  const toLine = ({ seconds, file, name }) =>
    `${seconds.toFixed(1).padStart(6)} s  ${file}: ${name}`;
  return ['the slowest tests:', ...slowest.map(toLine)];
}
