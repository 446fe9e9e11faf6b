import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/machine/paths.mjs';

const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
const BAD = 'var a = 1\ndebugger;;\n';

let root = '';

/** Writes a file into a checkout without git, with the settings of this project. */
function put(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'authtrace-lint-'));
  for (const name of ['biome.json', '.gitignore']) cpSync(join(ROOT, name), join(root, name));
  put('src/a.ts', 'export const a = 1;\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const lint = () =>
  spawnSync(process.execPath, [BIOME, 'check', '--error-on-warnings'], { cwd: root });

test('what strays into the folder is not linted', () => {
  put('page.html', '<p onclick="x()"><div></p><script>debugger;;</script>');
  put('page_files/main.js', BAD);
  put('notes.json', '{ "a": 1,, }');
  put('tests/saved.html', '<p><div></p>');
  const { status, stderr } = lint();
  expect(status, String(stderr)).toBe(0);
});

test.each(['src/b.ts', 'src/cli/c.mjs', 'tests/sim/d.test.ts', 'vite.config.ts', 'public/e.js'])(
  '%s is',
  (path) => {
    put(path, BAD);
    expect(lint().status).toBe(1);
  },
);
