const COUNTED = { Killed: 'caught', Timeout: 'caught', Survived: 'missed', NoCoverage: 'missed' };

const countVerdicts = (mutants, verdict) =>
  mutants.filter(({ status }) => COUNTED[status] === verdict).length;

/**
 * Returns the line with the share of mutants that a test caught, and how many do not count: static
 * ones are not run, and what does not compile or load is no fault that a test could find.
 */
export function toScoreLine(name, mutants) {
  const caught = countVerdicts(mutants, 'caught');
  const all = caught + countVerdicts(mutants, 'missed');
  const left = mutants.filter(({ status }) => status === 'Ignored').length;
  const broken = mutants.length - all - left;
  const percent = all === 0 ? '-' : ((100 * caught) / all).toFixed(1);
  const rest = `${caught} of ${all}, without ${left} static ones and ${broken} that do not run`;
  return `${name.padEnd(16)} ${percent.padStart(5)} %  ${rest}`;
}

const LONGEST = 80;
const toOneLine = (code) => code.replace(/\s+/g, ' ').slice(0, LONGEST);

/** Returns a line for each mutant that no test caught: where it is, and what stands there in it. */
export const toSurvivorLines = (mutants) =>
  mutants
    .filter(({ status }) => COUNTED[status] === 'missed')
    .map(
      ({ file, line, column, status, mutatorName, replacement = '' }) =>
        `${file}:${line}:${column} ${status} ${mutatorName}: ${toOneLine(replacement)}`,
    );
