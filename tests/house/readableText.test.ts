import { describe, expect, test } from 'vitest';
import { findReadableText } from './readableText.ts';
import { readSource, SOURCES } from './sources.ts';

const WORDLESS = /^src\/(panels|ui|player|build|App|main|late)\b.*(?<!\.d)\.tsx?$/;

/** What looks like words and is read by nobody, by how it begins. */
const SPARED: Readonly<Record<string, readonly string[]>> = {
  // Code, markup and headers.
  'src/build/builtPage.ts': ['<div id="root">', '<link rel="modulepreload"', '<script src='],
  'src/build/chunks.ts': ['export {'],
  'src/build/codeSample.ts': ['const toText', ')).map('],
  // All of it: a policy, and what a build that breaks it complains of.
  'src/build/contentSecurity.ts': [''],
  'src/build/documentTexts.ts': ['<html'],
  // A manifest, and the marks of a page.
  'src/build/scorm12/manifest.ts': ['<', '</'],
  'src/build/scorm12/packagePage.ts': ['<script src=', '<html'],
  'src/build/takeHome.ts': ['Content-Type'],
  'src/build/virtualModules.ts': ['export default', '<script type='],
  // Names: of keys, of an error.
  'src/player/keys/toCommand.ts': ['Home', 'End', 'Escape'],
  'src/player/runs/signatures.ts': ['Unavailable'],
  // Places in a grid.
  'src/panels/flowDiagram/RunFlow.tsx': ['/ span'],
  // Selectors and media queries.
  'src/player/keys/installArrows.ts': ['select, input'],
  'src/player/keys/toKeyTarget.ts': ['button', 'dialog', 'input', 'select'],
  'src/ui/Travel.tsx': ['(prefers-reduced-motion'],
  'src/ui/useReplayedInput.ts': ['a[href]', 'button, label', 'textarea'],
};

const toSpared = (path: string) => SPARED[path] ?? [];

test('what is read or heard stands in lesson, so that a language is a folder', () => {
  const files = SOURCES.filter((path) => WORDLESS.test(path));
  expect(files.length).toBeGreaterThan(150);
  const found = files.flatMap((path) =>
    findReadableText(path, readSource(path))
      .filter((text) => !toSpared(path).some((start) => text.startsWith(start)))
      .map((text) => `${path}: ${text}`),
  );
  expect(found).toEqual([]);
});

test.each(Object.keys(SPARED))('what is spared in %s is there', (path) => {
  const texts = findReadableText(path, readSource(path));
  const unused = toSpared(path).filter((start) => !texts.some((text) => text.startsWith(start)));
  expect(unused).toEqual([]);
});

describe('the rule itself', () => {
  test.each([
    ['<p>empty</p>', 'empty'],
    ['<p>{open ? "less" : more}</p>', 'less'],
    ['<p>Step {step}</p>', 'Step'],
    [`<p>{\`of \${all}\`}</p>`, 'of'],
    ['<p>{some || "nobody"}</p>', 'nobody'],
    ['<input aria-label="filter" />', 'filter'],
    ['<input placeholder={isNew ? "new" : old} />', 'new'],
    ['<Pane title={"quiz"} />', 'quiz'],
    ['<Boundary name="The stage" />', 'The stage'],
    ['const props = { "aria-label": "close" };', 'close'],
    ['note.textContent = "over";', 'over'],
    ['const WORDS = { same: "Run again." };', 'Run again.'],
    [`addNotice(\`There is no step \${step}.\`);`, 'There is no step'],
    ['const PLAY = "Play" as const;', 'Play'],
    ['names.join(" and ");', 'and'],
    ['export const say = () => "Not yet";', 'Not yet'],
  ])('%s is read', (source, text) => {
    expect(findReadableText('a.tsx', source)).toEqual([text]);
  });

  test.each([
    "import Text from './The text.ts';",
    'type Word = "Hello there";',
    'const text: "Hello there" | null = null;',
    '<p className="visually hidden" data-state="At rest">{QUIZ_TEXTS.title}</p>',
    '<p aria-describedby="the-problem the-meaning">{count} / {all}</p>',
    '<Icon name={playing ? "pause" : "play"} />',
    '<p>{kind === "start" ? words.start : null}</p>',
    'document.querySelector("main [role=group] > button");',
    'throw new RangeError("no such step");',
    'if (key === "Escape") close();',
    'const view = "checkpoints";',
    '// The words of a comment\nstep();',
  ])('%s is not', (source) => {
    expect(findReadableText('a.tsx', source)).toEqual([]);
  });
});
