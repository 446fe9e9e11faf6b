import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PASSED = 0;
const FAILED = 1;

/** What the mutants look at; the name is Stryker's. */
const getSwitch = () => {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
};

/** The files that keep something from one call to the next: each of their mutants gets a fresh bundle. */
const CACHES = /\/src\/sim\/(bytes\/hmac|runs\/history|runs\/walk)\.ts$/;

/**
 * Runs the tests in this very process, from a bundle that stays loaded until a mutant leaves something
 * behind: the test that found one has to pass again without it. @see Stryker's API, `TestRunner`
 */
export class MutantRunner {
  #root;
  #collector;
  #bundle;
  #loads = 0;
  #loaded;

  constructor(root = process.cwd()) {
    this.#root = root;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** Finds bundle and collector where Stryker has put a copy of the project, and started this process. */
  async init() {
    const toUrl = (path) => pathToFileURL(join(this.#root, path)).href;
    const { collector } = await import(toUrl('src/cli/mutation/collector.mjs'));
    this.#collector = collector;
    this.#bundle = toUrl('.cache/mutation/bundle/tests.mjs');
  }

  async #load() {
    this.#loads += 1;
    await import(`${this.#bundle}?${this.#loads}`);
    this.#loaded = this.#collector.take();
  }

  /** Forgets what was loaded, with all that it has kept. */
  #drop() {
    this.#collector.take();
    this.#loaded = undefined;
  }

  /** Runs one test, and returns why it failed; `null`: it passed. */
  async #try({ id, body }) {
    getSwitch().currentTestId = id;
    let failure = null;
    try {
      await body();
    } catch (error) {
      failure = String(error?.message ?? error);
    }
    getSwitch().currentTestId = undefined;
    for (const clean of this.#loaded.afterEach) await clean();
    return failure;
  }

  async dryRun() {
    Object.assign(getSwitch(), { activeMutant: undefined, hitCount: undefined });
    await this.#load();
    const tests = [];
    for (const test of this.#loaded.tests) {
      const started = performance.now();
      const failure = await this.#try(test);
      const timeSpentMs = performance.now() - started;
      const result = { id: test.id, name: test.id, timeSpentMs };
      if (failure === null) tests.push({ ...result, status: PASSED });
      else tests.push({ ...result, status: FAILED, failureMessage: failure });
    }
    return { status: 'complete', tests, mutantCoverage: getSwitch().mutantCoverage };
  }

  /** @returns {Promise<{ status: string, killedBy?: string[], failureMessage?: string, nrOfTests?: number, reason?: string }>} */
  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    const isStatic = mutantActivation === 'static';
    const keeps = isStatic || CACHES.test(activeMutant.fileName.replaceAll('\\', '/'));
    if (keeps) this.#drop();
    const mutantSwitch = getSwitch();
    Object.assign(mutantSwitch, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    try {
      if (isStatic) mutantSwitch.activeMutant = activeMutant.id;
      const isFresh = !this.#loaded;
      if (isFresh) await this.#load();
      let result = await this.#runTests(activeMutant.id, testFilter, isFresh);
      if (result === null) {
        await this.#load();
        result = await this.#runTests(activeMutant.id, testFilter, true);
      }
      if (keeps) this.#drop();
      return result;
    } catch (error) {
      this.#drop();
      // Not even loaded.
      return { status: 'killed', killedBy: [], failureMessage: String(error), nrOfTests: 0 };
    } finally {
      mutantSwitch.activeMutant = undefined;
    }
  }

  /** Returns what became of a mutant; `null` where it, or one before it, has left something behind. */
  async #runTests(mutant, testFilter, isFresh) {
    const mutantSwitch = getSwitch();
    const wanted = testFilter && new Set(testFilter);
    const chosen = this.#loaded.tests.filter(({ id }) => wanted?.has(id) ?? true);
    for (const [i, test] of chosen.entries()) {
      mutantSwitch.activeMutant = mutant;
      const failureMessage = await this.#try(test);
      mutantSwitch.activeMutant = undefined;
      if (failureMessage === null) continue;
      if (mutantSwitch.hitCount > mutantSwitch.hitLimit) {
        this.#drop();
        return { status: 'timeout', reason: 'It goes round and round.' };
      }
      const isSpoilt = (await this.#try(test)) !== null;
      if (isSpoilt) this.#drop();
      if (isSpoilt && !isFresh) return null;
      return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests: i + 1 };
    }
    return { status: 'survived', nrOfTests: chosen.length };
  }
}

/** How Stryker finds it by name. */
export const strykerPlugins = [
  { kind: 'TestRunner', name: 'bundle', injectableClass: MutantRunner },
];
