import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from '../machine/paths.mjs';

/** Keeps what became of each mutant at once, so that a run that is stopped loses nothing. */
class KeptReporter {
  onMutantTested({ fileName, location, mutatorName, replacement, status, killedBy }) {
    const file = relative(ROOT, fileName).replaceAll('\\', '/');
    const kept = { file, ...location.start, mutatorName, replacement, status, killedBy };
    appendFileSync(process.env.MUTATION_RESULTS, `${JSON.stringify(kept)}\n`);
  }
}

/** How Stryker finds it by name. */
export const strykerPlugins = [{ kind: 'Reporter', name: 'kept', injectableClass: KeptReporter }];
