import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/paths.mjs';
import { checkImport, listImports } from './importRules.ts';
import { findImpurities } from './impurities.ts';

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.(ts|tsx|js|mjs|jsx)$/.test(path));

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

function findBreaches(path: string, source: string): string[] {
  return listImports(path, source).flatMap((each) => {
    const breach = checkImport(each);
    return breach ? [`${path} imports ${each.specifier}: ${breach}`] : [];
  });
}

test('every file imports only what its folder may know', () => {
  expect(files.length).toBeGreaterThan(30);
  expect(files.flatMap((path) => findBreaches(path, read(path)))).toEqual([]);
});

test('the engine asks nothing of the world outside', () => {
  const engine = files.filter((path) => path.startsWith('src/sim/'));
  expect(engine.length).toBeGreaterThan(20);
  const found = engine.flatMap((path) =>
    findImpurities(path, read(path)).map((impurity) => `${path} uses ${impurity}`),
  );
  expect(found).toEqual([]);
});

describe('the rule itself', () => {
  test.each([
    ['src/sim/a.ts', "import { SignJWT } from 'jose';"],
    ['src/sim/token/a.ts', "import { b } from '../session/b.ts';"],
    ['src/lesson/a.ts', "import type { Frame } from '../sim/trace.ts';"],
    ['src/lesson/a.ts', "type Frame = import('../sim/trace.ts').Frame;"],
    ['src/player/a.ts', "import { runScenario } from '../sim/trace.ts';"],
    ['src/panels/Stage.tsx', "import styles from './Stage.module.css';"],
    ['src/panels/Stage.tsx', "import { layOut } from './Stage.layout.ts';"],
    ['src/panels/Stage.tsx', "import { Wire } from './stage/Wire.tsx';"],
    ['src/panels/Stage.tsx', "import { usePlayer } from '../player/usePlayer.ts';"],
    ['src/App.tsx', "const Quiz = lazy(() => import('./panels/Quiz.tsx'));"],
    ['src/main.tsx', "import './styles/global.css';"],
    ['src/cli/a.mjs', "import { readFile } from 'node:fs';"],
    ['src/panels/Code.tsx', "import sample from 'virtual:code-sample';"],
    ['src/sim/a.ts', "// import 'react'\nconst text = \"import 'react'\";"],
  ])('%s may hold %s', (path, source) => {
    expect(findBreaches(path, source)).toEqual([]);
  });

  test.each([
    ['src/sim/a.ts', "import { useState } from 'react';"],
    ['src/sim/a.ts', "import { readFile } from 'node:fs';"],
    ['src/sim/a.ts', "import { toCells } from '../lesson/cells.ts';"],
    ['src/lesson/a.ts', "import { getHeader } from '../sim/message.ts';"],
    ['src/lesson/a.ts', "import { type Frame } from '../sim/trace.ts';"],
    ['src/lesson/a.ts', "export * from '../sim/trace.ts';"],
    ['src/lesson/a.ts', "await import('../sim/trace.ts');"],
    ['src/player/a.ts', "import type { Props } from '../panels/Stage.tsx';"],
    ['src/panels/Stage.tsx', "import { StepTable } from './StepTable.tsx';"],
    ['src/panels/Stage.tsx', "import { Cell } from './StepTable.layout.ts';"],
    ['src/panels/Stage.tsx', "import { runScenario } from '../sim/trace.ts';"],
    ['src/panels/Stage.tsx', "import express from 'express';"],
    ['src/ui/Button.tsx', "import type { Frame } from '../sim/trace.ts';"],
    ['src/reference/client.js', "import { a } from '../sim/trace.ts';"],
    ['src/build/a.ts', "import '../main.tsx';"],
    ['src/cli/a.ts', "import { helper } from '../../tests/sim/helper.ts';"],
    ['src/utils/a.ts', "import { a } from './b.ts';"],
    ['src/cli/a.ts', "import 'node:fs';\nimport '../panels/Stage.tsx';"],
    ['src/sim/a.ts', 'await import(name);'],
  ])('%s may not hold %s', (path, source) => {
    expect(findBreaches(path, source)).toHaveLength(1);
  });

  test.each([
    'window.name',
    "document.title = 'x'",
    "await fetch('/')",
    'setTimeout(f, 1)',
    'globalThis.setInterval(f, 1)',
    "globalThis['document']",
    'const now = Date.now();',
    'const f = Date.now;',
    'new Date()',
    'new Date',
    'Date()',
    'Math.random()',
    'performance.now()',
    'const x = { fetch };',
  ])('%s is impure', (source) => {
    expect(findImpurities('a.ts', source).length).toBeGreaterThan(0);
  });

  test.each([
    'new Date(clock * 1000)',
    'Date.UTC(2026, 0, 1)',
    'const x = { document: 1 }.document;',
    'interface A { readonly window: string }',
    'function f(a: { window: number }) { return a.window; }',
    'class A { fetch() {} }',
    '// new Date() and Math.random() in a comment',
  ])('%s is pure', (source) => {
    expect(findImpurities('a.ts', source)).toEqual([]);
  });
});
