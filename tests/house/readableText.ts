import { parseSync } from 'vite';

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  value !== null && typeof value === 'object' && typeof (value as Node).type === 'string';

/** How a text is taken: for read whatever it is, for read when it looks like words, for nobody's. */
type Place = 'read' | 'code' | 'unread';

/** Attributes and properties whose text is read or heard, however short it is. */
const READ =
  /^(alt|title|label|caption|placeholder|textContent|innerText|aria-?(label|description|valuetext|roledescription|placeholder))$/i;

/** Attributes that nobody reads, though they may hold several words. */
const UNREAD =
  /^(className|key|style|href|src|type|rel|target|id|d|viewBox|accept|data-.*|aria-(controls|describedby|labelledby))$/;

/** What takes a CSS selector or looks for a text. */
const ASKING = /^(querySelector(All)?|closest|matches|includes|startsWith|endsWith|indexOf)$/;

/** Nodes that hold no text of the running page: types, and what is imported from where. */
const WITHOUT_TEXT = /^(TS(?!AsExpression|SatisfiesExpression|NonNull)|Import|ExportAll)/;

const looksLikeWords = (text: string) =>
  /^\W*\p{Lu}\p{Ll}+(\W|$)/u.test(text) ||
  /\p{L}{2,}[^\p{L}]*\s[^\p{L}]*\p{L}{2,}/u.test(text) ||
  /^\s+\p{L}{2,}|\p{L}{2,}\s+$/u.test(text);

function toName(value: unknown): string {
  if (!isNode(value)) return '';
  if (value.type === 'MemberExpression') return toName(value.property);
  if (value.type === 'Literal') return String(value.value);
  return typeof value.name === 'string' ? value.name : '';
}

/** Returns the text that a node is, if it is one. */
function toText({ type, value }: Node): string | null {
  if (type === 'TemplateElement') return String((value as { cooked?: unknown }).cooked ?? '');
  if (type !== 'JSXText' && type !== 'Literal') return null;
  return typeof value === 'string' ? value : null;
}

/** Returns in what place something in a node stands, by its name there. */
function toPlace(node: Node, key: string, place: Place): Place {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return 'read';
    case 'JSXAttribute': {
      const name = toName(node.name);
      return READ.test(name) ? 'read' : UNREAD.test(name) ? 'unread' : 'code';
    }
    case 'AssignmentExpression':
      return READ.test(toName(node.left)) ? 'read' : place;
    case 'Property': {
      const name = toName(node.key);
      if (READ.test(name)) return 'read';
      return name.startsWith('aria-') ? 'unread' : place;
    }
    case 'NewExpression':
      // What is thrown is for whoever has made the mistake.
      return /(Error|RegExp)$/.test(toName(node.callee)) ? 'unread' : 'code';
    case 'CallExpression':
      return key === 'arguments' && ASKING.test(toName(node.callee)) ? 'unread' : 'code';
    case 'BinaryExpression':
      return /^[!=]==?$/.test(String(node.operator)) ? 'unread' : place;
    case 'ConditionalExpression':
      return key === 'test' ? 'code' : place;
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'ObjectExpression':
      return place === 'unread' ? place : 'code';
    default:
      return place;
  }
}

function walk(node: Node, place: Place, found: string[]): void {
  if (WITHOUT_TEXT.test(node.type)) return;
  const text = toText(node);
  if (text !== null && place !== 'unread') {
    const isRead = place === 'read' ? /\p{L}/u.test(text) : looksLikeWords(text);
    if (isRead) found.push(text.trim().replace(/\s+/g, ' '));
  }
  for (const [key, child] of Object.entries(node)) {
    if ((key === 'key' || key === 'property' || key === 'source') && !node.computed) continue;
    const inside = toPlace(node, key, place);
    for (const item of Array.isArray(child) ? child : [child]) {
      if (isNode(item)) walk(item, inside, found);
    }
  }
}

/** Lists the texts in a file that a person would read or hear. */
export function findReadableText(path: string, source: string): string[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
  const found: string[] = [];
  walk(program as unknown as Node, 'code', found);
  return found;
}
