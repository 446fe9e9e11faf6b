import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCircles, listReached, readImportGraph } from './importGraph.ts';
import { isLateFile } from './importRules.ts';
import { readSource, SOURCES } from './sources.ts';

const graph = readImportGraph(SOURCES, readSource);

test('no files wait for each other when the page runs', () => {
  expect(graph.size).toBeGreaterThan(200);
  expect(findCircles(graph)).toEqual([]);
});

test('only neighbours in one folder know each other’s types, and nobody loads itself later', () => {
  // No file waits for an import(), but rooms that lead to each other by one are one room.
  const withTypes = readImportGraph(SOURCES, readSource, { types: true, late: true });
  const wide = findCircles(withTypes).filter((circle) => new Set(circle.map(dirname)).size > 1);
  expect(wide).toEqual([]);
});

test('what loads first brings neither the engine nor what tells a run', () => {
  const first = [...listReached(graph, 'src/main.tsx')];
  expect(first).toContain('src/panels/stage/Stage.tsx');
  expect(first.filter((path) => path.startsWith('src/sim/'))).toEqual([]);
  expect(first.filter((path) => path.startsWith('src/lesson/'))).toContain(
    'src/lesson/told/openWritten.ts',
  );
  expect(first.filter((path) => path.startsWith('src/lesson/inspect/'))).toEqual([
    'src/lesson/inspect/kinds.ts',
  ]);
  expect(first.filter((path) => path === 'src/lesson/tell.ts' || isLateFile(path))).toEqual([]);
});

describe('the search itself', () => {
  const search = (sources: Readonly<Record<string, string>>, types = false, late = false) =>
    findCircles(
      readImportGraph(Object.keys(sources), (path) => sources[path] ?? '', { types, late }),
    );
  const A = "import { b } from './b.ts';";

  test('finds two files that import each other, and three in a ring', () => {
    expect(search({ 'src/a.ts': A, 'src/b.ts': "import './a.ts';" })).toEqual([
      ['src/a.ts', 'src/b.ts'],
    ]);
    expect(
      search({
        'src/a.ts': A,
        'src/b.ts': "export * from './c/d.ts';",
        'src/c/d.ts': "import '../a.ts';",
        'src/e.ts': "import './a.ts';",
      }),
    ).toEqual([['src/a.ts', 'src/b.ts', 'src/c/d.ts']]);
  });

  test('finds a file that imports itself', () => {
    expect(search({ 'src/b.ts': A })).toEqual([['src/b.ts']]);
  });

  test('takes types and import() into account when it is told to', () => {
    const typed = { 'src/a.ts': A, 'src/b.ts': "import type { A } from './a.ts';" };
    expect(search(typed)).toEqual([]);
    expect(search(typed, true)).toHaveLength(1);
    const later = { 'src/a.ts': A, 'src/b.ts': "const a = () => import('./a.ts');" };
    expect(search(later)).toEqual([]);
    expect(search(later, false, true)).toHaveLength(1);
  });

  test('finds no circle in a fork that joins again', () => {
    expect(
      search({
        'src/a.ts': `${A}\nimport './c.ts';`,
        'src/b.ts': "import './d.ts';",
        'src/c.ts': "import './d.ts';",
        'src/d.ts': '',
      }),
    ).toEqual([]);
  });
});
