/** How many tests the summary names. */
const COUNT = 10;

/** Returns the lines of the summary that name the slowest tests, the slowest first. */
export function toSlowLines(tests) {
  if (tests.length === 0) return [];
  const slowest = tests.toSorted((a, b) => b.seconds - a.seconds).slice(0, COUNT);
  const toLine = ({ seconds, file, name }) =>
    `${seconds.toFixed(1).padStart(6)} s  ${file}: ${name}`;
  return ['the slowest tests:', ...slowest.map(toLine)];
}
