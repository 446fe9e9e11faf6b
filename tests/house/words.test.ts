import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(ts|tsx|js|mjs|jsx)$/.test(path),
);

test.each(['learnWords', 'amend(', 'as unknown as'])('nobody says %s', (words) => {
  expect(files.length).toBeGreaterThan(200);
  const found = files.filter((path) =>
    readFileSync(join(ROOT, 'src', path), 'utf8').includes(words),
  );
  expect(found).toEqual([]);
});

test('no panel looks into a run’s Trace: it is told', () => {
  const panels = files.filter((path) => /^panels[\\/].*\.tsx?$/.test(path));
  expect(panels.length).toBeGreaterThan(100);
  const found = panels.filter((path) =>
    /\b(trace|frames)\b/.test(readFileSync(join(ROOT, 'src', path), 'utf8')),
  );
  expect(found).toEqual([]);
});
