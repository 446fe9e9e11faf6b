// What the tests have instead of vitest where mutants are run: vitest makes a new worker for each
// mutant, and loads some two hundred files in it one by one.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect';
import { restoreAllMocks, spyOn } from '@vitest/spy';
import { collector } from './collector.mjs';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);
Object.assign(expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
globalThis[GLOBAL_EXPECT] = expect;

const toEach = (define) => (rows) => (name, body, limit) => {
  for (const [i, row] of rows.entries()) {
    const given = Array.isArray(row) ? row : [row];
    define(`${name} ${i}`, () => body(...given), limit);
  }
};

export const test = (name, body) => collector.addTest(name, body);
test.each = toEach(test);

export const describe = (name, body) => collector.addGroup(name, body);
describe.each = toEach(describe);

export const afterEach = (body) => collector.addAfterEach(body);

const stubbed = new Map();

export const vi = {
  setConfig() {},
  spyOn,
  restoreAllMocks,
  stubGlobal(name, value) {
    if (!stubbed.has(name)) stubbed.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  },
  unstubAllGlobals() {
    for (const [name, descriptor] of stubbed) Object.defineProperty(globalThis, name, descriptor);
    stubbed.clear();
  },
};
