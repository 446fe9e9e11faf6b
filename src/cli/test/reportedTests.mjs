/** Lists the tests of vitest's report. */
function listVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name, assertionResults, status, message }) => {
    const file = name.replaceAll('\\', '/').replace(/^.*\/(?=tests\/)/, '');
    // A file that could not be loaded has no test to tell of it.
    if (assertionResults.length === 0 && status === 'failed') {
      return [{ seconds: 0, file, name: 'the file itself', failure: message || 'no message' }];
    }
    return assertionResults.map(({ fullName, duration, status, failureMessages = [] }) => ({
      seconds: (duration ?? 0) / 1000,
      file,
      name: fullName,
      failure: status === 'failed' ? failureMessages.join('\n') || 'no message' : null,
    }));
  });
}

/** Lists the tests of a suite of Playwright's report, whose suites stand in one another. */
function listSuite({ title, suites = [], specs = [] }, file, above) {
  // The outermost is the file, which is named by itself.
  const names = title === file ? above : [...above, title];
  return [
    ...suites.flatMap((suite) => listSuite(suite, file, names)),
    ...specs.map((spec) => {
      const results = spec.tests.flatMap((test) => test.results);
      const errors = results.flatMap(({ errors = [] }) => errors);
      return {
        seconds: Math.max(0, ...results.map(({ duration }) => duration)) / 1000,
        file: `tests/e2e/${file}`,
        name: [...names, spec.title].join(' › '),
        failure: spec.ok === false ? errors.map(toText).join('\n') || 'no message' : null,
      };
    }),
  ];
}

const toText = ({ message, value }) => message ?? value ?? '';

/**
 * Lists the tests of all reports (`null` where there is none): seconds, file, name, and the message
 * of the one that failed, `null` where it did not.
 */
export function listTests({ vitest, playwright }) {
  const suites = playwright?.suites ?? [];
  return [...listVitest(vitest), ...suites.flatMap((suite) => listSuite(suite, suite.file, []))];
}
