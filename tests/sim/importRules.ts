import { posix } from 'node:path';
import { parseSync } from 'vite';

export interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const CODE = /\.(ts|tsx|js|mjs|jsx)$/;

/** Every folder of src and main and App: what each may import of the others, and which packages. */
interface Rule {
  readonly values: readonly string[];
  readonly types?: readonly string[];
  /** Package names, or `any`. `virtual:` are the modules made at build time. */
  readonly packages: readonly string[] | 'any';
}

const VIEW = ['react', 'react-dom', 'framer-motion', 'zustand'];

const RULES: Readonly<Record<string, Rule>> = {
  main: { values: ['App', 'player', 'styles'], packages: VIEW },
  App: {
    values: ['panels', 'player', 'lesson', 'ui', 'styles'],
    types: ['sim'],
    packages: [...VIEW, 'virtual:'],
  },
  panels: {
    values: ['player', 'lesson', 'ui'],
    types: ['sim'],
    packages: [...VIEW, 'virtual:'],
  },
  player: { values: ['player', 'sim', 'lesson'], packages: ['react', 'zustand', 'virtual:'] },
  lesson: { values: ['lesson'], types: ['sim'], packages: [] },
  sim: { values: ['sim'], packages: ['jose', 'cookie'] },
  ui: { values: ['ui'], packages: ['react', 'react-dom', 'framer-motion', 'virtual:'] },
  styles: { values: ['styles'], packages: [] },
  reference: { values: ['reference'], packages: 'any' },
  cli: { values: ['cli', 'build', 'sim', 'lesson', 'reference'], packages: 'any' },
  build: {
    values: ['build', 'sim', 'lesson', 'reference', 'App'],
    types: ['player'],
    packages: 'any',
  },
};

/** Returns the part of src that a path (from the root, `src/…`) belongs to, or `null` outside. */
function toPart(path: string): string | null {
  const [top, folder] = path.split('/');
  if (top !== 'src' || !folder) return null;
  return folder.replace(/\..*$/, '');
}

/** Panels are told apart by name: `StepTable.tsx`, `StepTable.layout.ts` and `stepTable/…` are one. */
const toPanel = (path: string) => path.split('/')[2]?.replace(/\..*$/, '').toLowerCase();

const visitNodes = (node: unknown, visit: (node: Record<string, unknown>) => void): void => {
  if (Array.isArray(node)) for (const item of node) visitNodes(item, visit);
  else if (node !== null && typeof node === 'object') {
    visit(node as Record<string, unknown>);
    for (const child of Object.values(node)) visitNodes(child, visit);
  }
};

/** Lists what a file imports, in every form that an import can take. */
export function listImports(from: string, source: string): Import[] {
  const { program, errors } = parseSync(from, source);
  if (errors.length > 0) throw new SyntaxError(`${from}: ${errors[0]?.message}`);
  const found: Import[] = [];
  visitNodes(program, (node) => {
    const { type, importKind, exportKind } = node;
    const isImport = /^(Import|Export(Named|All))Declaration$|^(ImportExpression|TSImportType)$/;
    const target = node.source as { value?: unknown } | null | undefined;
    if (!isImport.test(String(type)) || !target) return;
    const typeOnly = [type === 'TSImportType', importKind === 'type', exportKind === 'type'];
    // A computed address could be anything, and is refused as such.
    const specifier = typeof target.value === 'string' ? target.value : '(computed)';
    found.push({ from, specifier, typeOnly: typeOnly.includes(true) });
  });
  return found;
}

function checkPackage(rule: Rule, specifier: string): string | null {
  if (rule.packages === 'any') return null;
  const allowed = rule.packages.some((name) =>
    name.endsWith(':')
      ? specifier.startsWith(name)
      : specifier === name || specifier.startsWith(`${name}/`),
  );
  return allowed ? null : 'a package that it may not use';
}

/** Returns why an import is against the rules of the house, or `null`. */
export function checkImport({ from, specifier, typeOnly }: Import): string | null {
  const part = toPart(from);
  const rule = part === null ? undefined : RULES[part];
  if (!part || !rule) return 'no part of src that the rules know';
  if (!specifier.startsWith('.')) return checkPackage(rule, specifier);
  const target = posix.join(posix.dirname(from), specifier);
  const targetPart = toPart(target);
  if (targetPart === null) return 'outside of src';
  if (targetPart === 'main') return 'the entry, which nobody imports';
  if (part === targetPart && !CODE.test(target)) return null;
  if (part === 'panels' && targetPart === 'panels') {
    return toPanel(from) === toPanel(target) ? null : 'another panel';
  }
  if (part === 'App' && targetPart === 'App') return null;
  if (rule.values.includes(targetPart)) return null;
  if (!rule.types?.includes(targetPart)) return `${part} must not know ${targetPart}`;
  return typeOnly ? null : `${part} may import types only from ${targetPart}`;
}
