import { posix } from 'node:path';
import { parseSync } from 'vite';

export interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** By `import()`. */
  readonly late: boolean;
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
  main: { values: ['App', 'late', 'player', 'lesson/texts', 'ui', 'styles'], packages: VIEW },
  late: { values: ['panels', 'player', 'lesson/texts', 'ui'], packages: [] },
  App: {
    values: ['panels', 'player', 'late', 'lesson/texts', 'ui', 'styles'],
    packages: [...VIEW, 'virtual:'],
  },
  panels: {
    values: [
      'player',
      'lesson/texts',
      'lesson/page',
      'lesson/told',
      'lesson/picture',
      'lesson/exports',
      'lesson/exercises',
      // What judges a pasted message by the engine; circles.test.ts holds that it is late.
      'lesson/inspect',
      'ui',
    ],
    types: ['sim', 'lesson/telling'],
    packages: [...VIEW, 'minisearch', 'virtual:'],
  },
  player: {
    values: [
      'player',
      'lesson/telling',
      'lesson/texts',
      'lesson/page',
      'lesson/told',
      'lesson/exercises',
      'lesson/inspect/kinds',
    ],
    types: ['sim'],
    packages: ['react', 'zustand', 'virtual:', 'ts-fsrs'],
  },
  lesson: { values: ['lesson'], types: ['sim'], packages: [] },
  'lesson/telling': { values: [], types: ['lesson', 'sim'], packages: [] },
  'lesson/richText': { values: [], types: ['lesson/telling'], packages: [] },
  'lesson/told': { values: ['lesson/told'], types: ['lesson/telling', 'sim'], packages: [] },
  'lesson/read': {
    values: ['lesson/read', 'lesson/told', 'sim'],
    types: ['lesson/telling'],
    packages: [],
  },
  'lesson/words': {
    values: [
      'lesson/words',
      'lesson/read',
      'lesson/told',
      'lesson/texts',
      'lesson/page',
      'lesson/richText',
    ],
    types: ['lesson/telling', 'sim'],
    packages: [],
  },
  'lesson/texts': {
    values: ['lesson/texts', 'lesson/page', 'lesson/told'],
    types: ['lesson/telling', 'lesson/exercises', 'lesson/inspect', 'sim'],
    packages: [],
  },
  'lesson/inspect': { values: ['lesson/inspect', 'sim'], packages: [] },
  'lesson/page': {
    values: ['lesson/page'],
    types: ['lesson/telling', 'sim'],
    packages: [],
  },
  'lesson/exercises': {
    values: [
      'lesson/exercises',
      // Whose an Action is; what asks that is loaded late.
      'lesson/read/actor',
      'lesson/told',
      'lesson/page',
      'lesson/texts',
    ],
    types: ['lesson/telling', 'sim'],
    packages: [],
  },
  'lesson/picture': {
    values: ['lesson/picture', 'lesson/page', 'lesson/texts'],
    types: ['lesson/telling', 'sim'],
    packages: [],
  },
  'lesson/exports': {
    values: ['lesson/exports', 'lesson/page', 'lesson/texts'],
    types: ['lesson/telling', 'sim'],
    packages: [],
  },
  sim: { values: ['sim'], packages: ['jose', 'cookie'] },
  // Of all words it knows what its own controls say.
  ui: {
    values: ['ui', 'lesson/texts/shell/controls', 'lesson/texts/shell/saving'],
    packages: ['react', 'react-dom', 'framer-motion', 'virtual:'],
  },
  styles: { values: ['styles'], packages: [] },
  reference: { values: ['reference'], packages: 'any' },
  cli: { values: ['cli', 'build', 'sim', 'lesson', 'reference'], packages: 'any' },
  build: {
    values: ['build', 'sim', 'lesson', 'reference', 'App', 'late'],
    types: ['player'],
    packages: 'any',
  },
};

/**
 * The player's files that know the engine and what tells its runs. They are reached by an `import()`
 * alone, which circles.test.ts holds them to.
 */
const LATE_FILES: Rule = { values: ['player', 'lesson', 'sim'], packages: [] };

/** Tells whether a file of the player may know the engine, as nothing that loads first imports it. */
export const isLateFile = (path: string): boolean =>
  /^src\/player\/(runs\/(runner|makeRun|runFile|insertAction|takeBack|exportable|runAddress|compress|tryActions)|whatIf\/(readSetting|withDataIn)|practise\/runs\/\w+)\.ts$/.test(
    path,
  );

/** Returns the part of src that a path (from the root, `src/…`) belongs to, or `null` outside. */
function toPart(path: string): string | null {
  const [top, folder, room] = path.split('/');
  if (top !== 'src' || !folder) return null;
  // `words-de` is the words once more, in another language.
  const part = `${folder.replace(/\..*$/, '')}/${room?.replace(/[-.].*$/, '')}`;
  return part in RULES ? part : folder.replace(/\..*$/, '');
}

/** Returns a file's path inside src, as a rule names it. */
const toName = (path: string) => path.replace(/^src\/|\.[a-z]+$/g, '');

/** Tells whether a part is one of these, or in one of them. */
const isIn = (part: string, names: readonly string[]) =>
  names.some((name) => part === name || part.startsWith(`${name}/`));

/** A panel is a folder. */
const toPanel = (path: string) => path.split('/').slice(2, -1)[0];

/** Visits every node of a syntax tree. */
export const visitNodes = (node: unknown, visit: (node: Record<string, unknown>) => void): void => {
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
    found.push({
      from,
      specifier,
      typeOnly: typeOnly.includes(true),
      late: type === 'ImportExpression',
    });
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
  const rule = part === null ? undefined : isLateFile(from) ? LATE_FILES : RULES[part];
  if (!part || !rule) return 'no part of src that the rules know';
  if (!specifier.startsWith('.')) return checkPackage(rule, specifier);
  const target = posix.join(posix.dirname(from), specifier);
  const targetPart = toPart(target);
  if (targetPart === null) return 'outside of src';
  if (targetPart === 'main') return 'the entry, which nobody imports';
  if (part === targetPart && !CODE.test(target)) return null;
  if (part === 'panels' && targetPart === 'panels') {
    const panel = toPanel(from);
    return panel !== undefined && panel === toPanel(target) ? null : 'another panel';
  }
  if (part === 'App' && targetPart === 'App') return null;
  if (isIn(targetPart, rule.values) || rule.values.includes(toName(target))) return null;
  if (!isIn(targetPart, rule.types ?? [])) return `${part} must not know ${targetPart}`;
  return typeOnly ? null : `${part} may import types only from ${targetPart}`;
}
