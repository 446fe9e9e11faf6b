import { stripVTControlCharacters } from 'node:util';

/** As much of a message as says what went wrong, and with which seed a random run comes again. */
const LINES = 12;
const CHARACTERS = 300;

/** What a stack trace adds is of no use to who has only the end of a log. */
const isStack = (line) => /^\s*at /.test(line);

function toMessageLines(message) {
  const lines = stripVTControlCharacters(message).split('\n');
  return lines
    .filter((line) => line.trim() !== '' && !isStack(line))
    .slice(0, LINES)
    .map((line) => `    ${line.slice(0, CHARACTERS)}`);
}

/** Returns the lines of the summary that name the tests that failed, with the start of what they said. */
export function toFailedLines(tests) {
  const failed = tests.filter(({ failure }) => failure !== null);
  if (failed.length === 0) return [];
  const toLines = ({ file, name, failure }) => [`  ${file}: ${name}`, ...toMessageLines(failure)];
  return ['failed:', ...failed.flatMap(toLines)];
}
