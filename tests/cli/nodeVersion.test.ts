import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { isSupportedNode, toNodeComplaint } from '../../src/cli/machine/nodeVersion.mjs';
import { ROOT } from '../../src/cli/machine/paths.mjs';

test.each(['20.19.0', '20.20.2', '22.12.0', '22.20.1', '23.0.0', '24.1.0', 'v26.0.0'])(
  'Node %s is new enough',
  (version) => {
    expect(isSupportedNode(version)).toBe(true);
    expect(toNodeComplaint(version)).toBeNull();
  },
);

test.each(['4.9.1', '12.22.12', '18.20.8', '20.18.3', '21.7.3', '22.11.0'])(
  'Node %s is refused in one sentence that names it',
  (version) => {
    const complaint = toNodeComplaint(version);
    expect(complaint).toContain(`this is Node ${version}`);
    expect(complaint).toMatch(/^[^\n]*\.$/);
  },
);

test('package.json asks for the same versions', () => {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(engines.node).toBe('^20.19.0 || >=22.12.0');
});

const CLI = join(ROOT, 'src/cli');
const ENTRIES = readdirSync(CLI).filter((name) => name.endsWith('.mjs'));
const EARLY = ['machine/launch.mjs', 'machine/nodeVersion.mjs'];

test('every command stands at the top', () => {
  expect(ENTRIES).toEqual(expect.arrayContaining(['start.mjs', 'test.mjs', 'check.mjs']));
});

test.each([...ENTRIES, 'page/serve.mjs', ...EARLY])('%s can be read by an old Node', (name) => {
  const source = readFileSync(join(CLI, name), 'utf8');
  const { program, module } = parseSync(name, source);
  const imported = module.staticImports.map(({ moduleRequest }) =>
    posix.join(posix.dirname(name), moduleRequest.value),
  );
  expect(imported.filter((file) => !EARLY.includes(file))).toEqual([]);

  const kinds = new Set<string>();
  JSON.stringify(program, (_key, value) => {
    if (value?.type) kinds.add(value.type);
    if (value?.operator === '??') kinds.add('NullishCoalescing');
    return value;
  });
  // All of these, and await outside of a function, came with Node 12 or later.
  const young = ['ChainExpression', 'NullishCoalescing', 'PropertyDefinition', 'StaticBlock'];
  expect(young.filter((kind) => kinds.has(kind))).toEqual([]);
  expect(source).not.toMatch(/^(const .*= )?await /m);
});
