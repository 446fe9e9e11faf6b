import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';
import { SCENARIOS } from '../../src/sim/scenarios.ts';
import { BROWSER_RULES, PROOFS, toTable } from './proofs.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test('every Scenario is played against real servers', () => {
  expect(PROOFS.map(({ id }) => id)).toEqual(SCENARIOS.map(({ id }) => id));
  const played = read('tests/conformance/scenarios.test.ts');
  // All of them, with no filter in between.
  expect(played).toMatch(/^for \(const scenario of SCENARIOS\) \{$/m);
});

test('every rule that a Scenario leans on is held against Chromium', () => {
  const rules = PROOFS.flatMap(({ browser }) => browser);
  expect(rules.filter((rule) => !BROWSER_RULES.has(rule))).toEqual([]);
});

test('what only a browser decides names a rule', () => {
  const unproved = PROOFS.filter(({ browser }) => browser.length === 0);
  const ids = unproved.map(({ id }) => id);
  const asked = /^(csrf|xss|fixation|cors|fetch|front-end|back|reload|closed)-|-cookie$/;
  expect(ids.filter((id) => asked.test(id))).toEqual([]);
});

test('the README lists what proves each', () => {
  const readme = read('README.md');
  const table = /(?<=<!-- proofs -->\n\n)[\s\S]*?(?=\n\n<!-- end of proofs -->)/;
  const expected = toTable(PROOFS);
  if (process.env.UPDATE_README === '1') {
    writeFileSync(
      join(ROOT, 'README.md'),
      readme.replace(table, () => expected),
    );
  }
  // `UPDATE_README=1 npx vitest run …` writes it anew.
  expect(table.exec(read('README.md'))?.[0]).toBe(expected);
});
