import { describe, expect, test } from 'vitest';
import { findReadableText } from './readableText.ts';
import { readSource, SOURCES } from './sources.ts';

/**
 * Where no words are. Left out are `reference`, which is code to be read, and `cli`, which speaks to
 * whoever runs a command; and the titles and questions of the Scenarios, which stand with them in
 * English: another language says them in its `scenarioTitles.ts`.
 */
const WORDLESS =
  /^src\/(panels|ui|player|build|App|main|late|sim(?!\/scenarios\/)|lesson\/(?!(texts|words|page)\b))\b.*(?<!\.d)\.tsx?$/;

/** Names of HTTP, which every language has as they are: methods, fields, cookie attributes, schemes. */
const PROTOCOL =
  /^(; )?(HTTP|Express|Bearer|Authorization|(Set-)?Cookie|Content-(Type|Length)|Cache-Control|Access-Control-[\w-]+|Host|Origin|Sec-Fetch-Site|Vary|Allow|Date|Path|Domain|Expires|Max-Age|Secure|Lax|Strict|None|Partitioned|Priority)(=\S*)?$/;

/** Lines of code to be read, by how they begin. */
const CODE = ['app.', 'await ', 'const ', 'if (!', 'req.', 'res.', 'cookie:', 'secret, resave:'];

/** What looks like words and is read by nobody, by how it begins. */
const SPARED: Readonly<Record<string, readonly string[]>> = {
  // Code, markup and headers.
  'src/build/builtPage.ts': ['<div id="root">', '<link rel="modulepreload"', '<script src='],
  'src/build/chunks.ts': ['export {'],
  'src/lesson/exercises/project.ts': CODE.slice(0, 6),
  'src/lesson/exercises/routes.ts': [
    ...CODE.slice(1),
    'POST /',
    'GET /',
    'await denyList.set(',
    'if (!payload ',
  ],
  // A script, whose sentences come from texts/exports.ts: its beginning, commands and what parts them.
  'src/lesson/exports/formatCurlScript.ts': [
    ...[
      '#!',
      'set -u',
      'answer=',
      '--data-raw',
      'ask',
      'pause',
      'by_hand',
      'cookie() {',
      '"; ',
      '" >&2; ',
    ],
  ],
  'src/lesson/exports/formatHttpFile.ts': ['= [response'],
  'src/lesson/exports/formatMermaid.ts': ['Note over', 'participant', 'as'],
  'src/lesson/exports/formatPostman.ts': ['pm.response'],
  'src/lesson/picture/formatSvg.ts': [
    '<',
    'stroke-',
    'font-',
    'text-',
    '" fill=',
    'system-ui',
    'ui-',
  ],
  'src/sim/cookieSession/answers.ts': ['Cookie realm='],
  'src/sim/session/answers.ts': ['Cookie realm='],
  'src/sim/token/answers.ts': ['Bearer realm='],
  'src/sim/http/cors.ts': ['GET, ', 'Content-Type, '],
  'src/sim/http/response.ts': ['application/json'],
  'src/build/codeSample.ts': ['const toText', ')).map('],
  // All of it: a policy, and what a build that breaks it complains of.
  'src/build/contentSecurity.ts': [''],
  'src/build/documentTexts.ts': ['<html'],
  // A manifest, and the marks of a page.
  'src/build/fileBeside.ts': ['Content-Type'],
  'src/build/scorm12/manifest.ts': ['<', '</'],
  'src/build/scorm12/packagePage.ts': ['<script src=', '<html'],
  'src/build/virtualModules.ts': ['export default', '<script type='],
  // Names: of keys, of an error.
  'src/player/keys/toCommand.ts': ['Home', 'End', 'Escape'],
  'src/player/runs/unavailable.ts': ['Unavailable'],
  'src/sim/bytes/hmac.ts': ['signatures need Web Crypto'],
  // IDs: of who receives a look-up, of what is held, which texts/panels/walk/holders.ts names.
  'src/sim/actors.ts': ['users database'],
  'src/lesson/read/stage/holders.ts': ['Password', 'Session ', 'Token', 'Secret'],
  // Groups of Scenarios, which another language names in scenarioTitles.ts.
  'src/sim/scenario.ts': [''],
  // Secrets, passwords, and what secrets are drawn from.
  'src/sim/lanes/bootSecret.ts': ['secret'],
  'src/sim/cookieSession/arsenal.ts': ['a secret that the attacker made up'],
  'src/sim/possible/possibleActions.ts': ['wronger horse'],
  'src/sim/runs/run.ts': ['wrong horse'],
  'src/sim/session/arsenal.ts': ['a secret that the attacker made up'],
  'src/sim/settings.ts': ['correct horse', 'demo secret', 'another demo secret'],
  'src/sim/token/jwt/forgery.ts': ['a secret that the attacker made up'],
  // Lists that are parted by spaces: of public suffixes, of names in logs.
  'src/sim/client/publicSuffix.ts': [''],
  'src/lesson/inspect/log/mask/names.ts': ['user username'],
  // A stretch of the view.
  'src/panels/contents/Contents.tsx': ['-20% 0px -60% 0px'],
  // Places in a grid.
  'src/panels/flowDiagram/RunFlow.tsx': ['/ span'],
  // Selectors and media queries.
  'src/player/keys/installArrows.ts': ['select, input', 'Home', 'End'],
  'src/player/keys/toKeyTarget.ts': ['button', 'dialog', 'input', 'select'],
  'src/ui/Travel.tsx': ['(prefers-reduced-motion'],
  'src/ui/islands/useReplayedInput.ts': ['a[href]', 'button, label', 'textarea'],
};

const toSpared = (path: string) => SPARED[path] ?? [];

test('what is read or heard stands in lesson, so that a language is a folder', () => {
  const files = SOURCES.filter((path) => WORDLESS.test(path));
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((path) =>
    findReadableText(path, readSource(path))
      .filter((text) => !PROTOCOL.test(text))
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

test.each(['project', 'routes'])('code of %s has its comments from texts', (name) => {
  const path = `src/lesson/exercises/${name}.ts`;
  const texts = findReadableText(path, readSource(path));
  expect(texts.filter((text) => /\/\/ *\p{L}/u.test(text))).toEqual([]);
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
