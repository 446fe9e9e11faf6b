/** Collects the tests that a file says as it is loaded. */
export class Collector {
  #names = [];
  #tests = [];
  #afterEach = [];

  addTest(name, body) {
    const id = [`#${this.#tests.length}`, ...this.#names, name].join(' ');
    this.#tests.push({ id, body });
  }

  addGroup(name, body) {
    this.#names.push(name);
    try {
      body();
    } finally {
      // What a mutant breaks while it is loaded leaves no name to those that are loaded after it.
      this.#names.pop();
    }
  }

  addAfterEach(body) {
    this.#afterEach.push(body);
  }

  /** Returns what was collected since the last time. */
  take() {
    const taken = { tests: this.#tests, afterEach: this.#afterEach };
    this.#tests = [];
    this.#afterEach = [];
    return taken;
  }
}

/** The one that the tests of a bundle say themselves to. */
export const collector = new Collector();
