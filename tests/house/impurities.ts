import { parseSync } from 'vite';

const GLOBALS = ['window', 'document', 'fetch', 'setTimeout', 'setInterval', 'process'];
const MEMBERS = ['Date.now', 'Math.random', 'performance.now'];
const WORLDS = ['globalThis', 'self', 'global'];

interface Node {
  readonly type: string;
  readonly name?: unknown;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  value !== null && typeof value === 'object' && typeof (value as Node).type === 'string';

const nameOf = (value: unknown) =>
  isNode(value) && value.type === 'Identifier' ? String(value.name) : null;

/** Returns what a member access reads as, `a.b` or `a['b']`. */
function toMember({ object, property, computed }: Node): readonly [string | null, string | null] {
  const literal = isNode(property) && typeof property.value === 'string' ? property.value : null;
  return [nameOf(object), computed ? literal : nameOf(property)];
}

function judge(node: Node): string | null {
  if (node.type === 'Identifier' && GLOBALS.includes(String(node.name))) return String(node.name);
  if (node.type === 'MemberExpression') {
    const [object, property] = toMember(node);
    if (object && WORLDS.includes(object) && GLOBALS.includes(String(property))) return property;
    const member = `${object}.${property}`;
    if (MEMBERS.includes(member)) return member;
  }
  const isCall = node.type === 'NewExpression' || node.type === 'CallExpression';
  if (isCall && nameOf(node.callee) === 'Date' && (node.arguments as unknown[]).length === 0) {
    return 'the current Date';
  }
  return null;
}

// What only looks like a global: a property's or a member's name, and all that types say.
const NAME_KEYS: Readonly<Record<string, string>> = {
  MemberExpression: 'property',
  Property: 'key',
  PropertyDefinition: 'key',
  MethodDefinition: 'key',
};

function walk(node: Node, found: string[]): void {
  if (/^TS(Interface|TypeAlias)Declaration$|^TSTypeAnnotation$/.test(node.type)) return;
  const judged = judge(node);
  if (judged) found.push(judged);
  for (const [key, child] of Object.entries(node)) {
    if (NAME_KEYS[node.type] === key && !node.computed) continue;
    for (const item of Array.isArray(child) ? child : [child]) if (isNode(item)) walk(item, found);
  }
}

/** Lists what a file reads of the world outside: the page, the network, the clock, chance. */
export function findImpurities(path: string, source: string): string[] {
  const found: string[] = [];
  walk(parseSync(path, source).program as unknown as Node, found);
  return found;
}
