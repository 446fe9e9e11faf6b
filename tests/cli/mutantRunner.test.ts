import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import { MutantRunner } from '../../src/cli/mutation/mutantRunner.mjs';

/** An engine with five mutants, and its tests, in the form that Stryker and the bundle give them. */
const BUNDLE = `
import { collector } from '../../../src/cli/mutation/collector.mjs';
const on = globalThis.__stryker__;
const isActive = (id) => {
  (on.mutantCoverage ??= { static: {}, perTest: {} }).perTest[on.currentTestId] = { [id]: 1 };
  if (on.activeMutant !== id) return false;
  if (on.hitCount !== undefined && ++on.hitCount > on.hitLimit) throw new Error('too often');
  return true;
};
const atImport = on.activeMutant === 'static' ? 2 : 1;
let kept;
const add = (a, b) => (isActive('minus') ? a - b : a + b);
const keep = () => (kept ??= isActive('keeps') ? 2 : 1);
const count = () => { let n = 0; while (n < 3 || isActive('loops')) n++; return n; };
const must = (isTrue) => { if (!isTrue) throw new Error('wrong'); };
collector.addTest('adds', () => must(add(1, 1) === 2));
collector.addTest('keeps', async () => must(keep() === 1));
collector.addTest('counts', () => must(count() === 3));
collector.addTest('is loaded', () => must(atImport === 1));
`;

let root = '';
let runner: MutantRunner;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'mutants-'));
  const [folder, commands] = [join(root, '.cache/mutation/bundle'), 'src/cli/mutation'];
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, commands, 'collector.mjs'), join(root, commands, 'collector.mjs'));
  writeFileSync(join(folder, 'tests.mjs'), BUNDLE);
  runner = new MutantRunner(root);
  await runner.init();
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  Reflect.deleteProperty(globalThis, '__stryker__');
});

const runMutant = (id: string, more: object = {}) =>
  runner.mutantRun({
    activeMutant: { id, fileName: join(root, 'src/sim/any.ts') },
    ...{ testFilter: undefined, hitLimit: 100, mutantActivation: 'runtime' },
    ...more,
  });

test('without a mutant all tests pass, and say what they came to', async () => {
  const { status, tests, mutantCoverage } = await runner.dryRun();
  expect(status).toBe('complete');
  expect(tests.map(({ id, status: each }: { id: string; status: number }) => [id, each])).toEqual([
    ['#0 adds', 0],
    ['#1 keeps', 0],
    ['#2 counts', 0],
    ['#3 is loaded', 0],
  ]);
  expect(mutantCoverage.perTest['#0 adds']).toEqual({ minus: 1 });
});

test('a mutant is caught by the first test that fails, and no other is', async () => {
  expect(await runMutant('minus')).toMatchObject({ status: 'killed', killedBy: ['#0 adds'] });
  expect(await runMutant('nowhere')).toEqual({ status: 'survived', nrOfTests: 4 });
  const elsewhere = { testFilter: ['#1 keeps', '#2 counts'] };
  expect(await runMutant('minus', elsewhere)).toEqual({ status: 'survived', nrOfTests: 2 });
});

test('what a mutant leaves behind catches no other', async () => {
  expect((await runMutant('keeps')).status).toBe('killed');
  expect((await runMutant('nowhere')).status).toBe('survived');
});

test('a mutant that is looked for where something of an earlier one was kept is run afresh', async () => {
  await runMutant('keeps', { testFilter: ['#0 adds'] });
  // Nobody asked, so nothing was kept; and what was kept rightly hides no mutant that keeps.
  await runMutant('nowhere');
  expect((await runMutant('keeps')).status).toBe('survived');
  const ofCache = { activeMutant: { id: 'keeps', fileName: join(root, 'src/sim/bytes/hmac.ts') } };
  expect((await runMutant('keeps', ofCache)).status).toBe('killed');
});

test('a mutant that goes round and round is stopped', async () => {
  expect((await runMutant('loops')).status).toBe('timeout');
  expect((await runMutant('nowhere')).status).toBe('survived');
});

test('a mutant of what runs at import is there at import', async () => {
  expect((await runMutant('static')).status).toBe('survived');
  const atImport = { mutantActivation: 'static' };
  expect(await runMutant('static', atImport)).toMatchObject({ killedBy: ['#3 is loaded'] });
  expect((await runMutant('nowhere')).status).toBe('survived');
});

test('a bundle that cannot be loaded has caught its mutant', async () => {
  writeFileSync(join(root, '.cache/mutation/bundle/tests.mjs'), 'throw new Error("no");');
  expect(await runMutant('any')).toMatchObject({ status: 'killed', failureMessage: 'Error: no' });
});
