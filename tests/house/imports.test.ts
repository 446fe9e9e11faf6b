import { describe, expect, test } from 'vitest';
import { checkImport, listImports } from './importRules.ts';
import { findImpurities } from './impurities.ts';
import { readSource, SOURCES } from './sources.ts';

function findBreaches(path: string, source: string): string[] {
  return listImports(path, source).flatMap((each) => {
    const breach = checkImport(each);
    return breach ? [`${path} imports ${each.specifier}: ${breach}`] : [];
  });
}

test('every file imports only what its folder may know', () => {
  expect(SOURCES.length).toBeGreaterThan(200);
  expect(SOURCES.flatMap((path) => findBreaches(path, readSource(path)))).toEqual([]);
});

test('the engine asks nothing of the world outside', () => {
  const engine = SOURCES.filter((path) => path.startsWith('src/sim/'));
  expect(engine.length).toBeGreaterThan(20);
  const found = engine.flatMap((path) =>
    findImpurities(path, readSource(path)).map((impurity) => `${path} uses ${impurity}`),
  );
  expect(found).toEqual([]);
});

describe('the rule itself', () => {
  test.each([
    ['src/sim/a.ts', "import { SignJWT } from 'jose';"],
    ['src/sim/token/a.ts', "import { b } from '../session/b.ts';"],
    ['src/lesson/words/a.ts', "import type { Frame } from '../../sim/trace.ts';"],
    ['src/lesson/texts/a.ts', "type Frame = import('../../sim/trace.ts').Frame;"],
    ['src/lesson/words/a.ts', "import { readActor } from '../read/actor.ts';"],
    ['src/lesson/read/a.ts', "import { getHeader } from '../../sim/message.ts';"],
    ['src/player/runs/runner.ts', "import { runScenario } from '../../sim/trace.ts';"],
    ['src/player/runs/makeRun.ts', "import { openTelling } from '../../lesson/tell.ts';"],
    ['src/player/a.ts', "import type { Trace } from '../sim/trace.ts';"],
    ['src/player/a.ts', "const load = () => import('./runs/runner.ts');"],
    ['src/panels/stage/Stage.tsx', "import styles from './Stage.module.css';"],
    ['src/panels/stage/Stage.tsx', "import { layOut } from './Stage.layout.ts';"],
    ['src/panels/stage/Stage.tsx', "import { usePlayer } from '../../player/usePlayer.ts';"],
    ['src/panels/stage/Stage.tsx', "import type { Telling } from '../../lesson/telling.ts';"],
    ['src/panels/quiz/Quiz.tsx', "import { QUIZ } from '../../lesson/texts/quiz.ts';"],
    ['src/App.tsx', "const Quiz = lazy(() => import('./panels/quiz/Quiz.tsx'));"],
    ['src/late.ts', "import { aboutPart } from './panels/about/About.tsx';"],
    ['src/ui/a.ts', "import { a } from '../lesson/texts/shell/controls.ts';"],
    ['src/main.tsx', "import './styles/global.css';"],
    ['src/cli/a.mjs', "import { readFile } from 'node:fs';"],
    ['src/panels/code/Code.tsx', "import sample from 'virtual:code-sample';"],
    ['src/sim/a.ts', "// import 'react'\nconst text = \"import 'react'\";"],
  ])('%s may hold %s', (path, source) => {
    expect(findBreaches(path, source)).toEqual([]);
  });

  test.each([
    ['src/sim/a.ts', "import { useState } from 'react';"],
    ['src/sim/a.ts', "import { readFile } from 'node:fs';"],
    ['src/sim/a.ts', "import { toCells } from '../lesson/cells.ts';"],
    ['src/lesson/words/a.ts', "import { getHeader } from '../../sim/message.ts';"],
    ['src/lesson/words/a.ts', "import { type Frame } from '../../sim/trace.ts';"],
    ['src/lesson/texts/a.ts', "export * from '../../sim/trace.ts';"],
    ['src/lesson/page/a.ts', "await import('../../sim/trace.ts');"],
    ['src/lesson/words-de/a.ts', "import { getHeader } from '../../sim/message.ts';"],
    ['src/player/a.ts', "import type { Props } from '../panels/stage/Stage.tsx';"],
    ['src/player/a.ts', "import { runScenario } from '../sim/trace.ts';"],
    ['src/player/runs/selfCheck.ts', "import { openTelling } from '../../lesson/tell.ts';"],
    ['src/player/a.ts', "import { readActor } from '../lesson/read/actor.ts';"],
    ['src/panels/stage/Stage.tsx', "import { StepTable } from '../table/StepTable.tsx';"],
    ['src/panels/stage/Stage.tsx', "import { Cell } from '../table/StepTable.layout.ts';"],
    ['src/panels/stage/Stage.tsx', "import { runScenario } from '../../sim/trace.ts';"],
    ['src/panels/stage/Stage.tsx', "import { openTelling } from '../../lesson/tell.ts';"],
    ['src/panels/stage/Stage.tsx', "import { sayRow } from '../../lesson/words/row.ts';"],
    ['src/panels/stage/Stage.tsx', "import { fetchLateParts } from '../../late.ts';"],
    ['src/panels/stage/Stage.tsx', "import express from 'express';"],
    ['src/panels/Stage.tsx', "import { Wire } from './stage/Wire.tsx';"],
    ['src/ui/controls/Button.tsx', "import type { Frame } from '../../sim/trace.ts';"],
    ['src/ui/controls/Button.tsx', "import { QUIZ } from '../../lesson/texts/quiz.ts';"],
    ['src/reference/client.js', "import { a } from '../sim/trace.ts';"],
    ['src/build/a.ts', "import '../main.tsx';"],
    ['src/cli/a.ts', "import { helper } from '../../tests/sim/helper.ts';"],
    ['src/utils/a.ts', "import { a } from './b.ts';"],
    ['src/cli/a.ts', "import 'node:fs';\nimport '../panels/stage/Stage.tsx';"],
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
