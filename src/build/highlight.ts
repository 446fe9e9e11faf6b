import type { CodeKind, CodeLine, CodePiece } from 'virtual:code-sample';
import { common, createLowlight } from 'lowlight';

const lowlight = createLowlight(common);
type Node = ReturnType<typeof lowlight.highlight>['children'][number];

/**
 * Kinds by the grammar's scopes; a scope of two parts ('title function_') comes as two classes. Only
 * what the page colours: each further kind would cut the code into more pieces, and more bytes.
 */
const KINDS: Readonly<Record<string, CodeKind>> = {
  'hljs-keyword': 'keyword',
  'hljs-string': 'string',
  'hljs-comment': 'comment',
  'hljs-doctag': 'comment',
  'hljs-number': 'number',
  'hljs-literal': 'constant',
  'hljs-regexp': 'regexp',
  function_: 'function',
  class_: 'class',
  constant_: 'constant',
  // Code inside a template string: no longer part of the string around it.
  'hljs-subst': '',
};

function toKind(classes: readonly unknown[], around: CodeKind): CodeKind {
  const known = classes.map(String).findLast((name) => Object.hasOwn(KINDS, name));
  return known === undefined ? around : (KINDS[known] ?? around);
}

function toPieces(nodes: readonly Node[], kind: CodeKind): CodePiece[] {
  return nodes.flatMap((node): CodePiece[] => {
    if (node.type === 'text') return [[kind, node.value]];
    if (node.type !== 'element') return [];
    const { className } = node.properties;
    return toPieces(node.children, toKind(Array.isArray(className) ? className : [], kind));
  });
}

/** Turns JavaScript into lines of coloured pieces. Neighbours of one kind are joined. */
export function highlight(code: string): CodeLine[] {
  const lines: [CodeKind, string][][] = [[]];
  for (const [kind, text] of toPieces(lowlight.highlight('javascript', code).children, '')) {
    for (const [i, part] of text.split('\n').entries()) {
      if (i > 0) lines.push([]);
      const line = lines.at(-1);
      const last = line?.at(-1);
      if (part === '') continue;
      if (last?.[0] === kind) last[1] += part;
      else line?.push([kind, part]);
    }
  }
  if (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}
