import type { Reply } from '../wire/exchange.ts';
import { listTags, toRead } from '../wire/html.ts';
import { isHtml, type Leaf, listLeaves, parseBody } from '../wire/reply.ts';
import { decodeText, readAttributes } from './htmlForms.ts';

/** Attributes that name something, or say how it looks: none of them holds what a user has. */
const NAMING =
  /^(?:name|id|for|type|class|style|rel|role|lang|method|enctype|autocomplete|aria-[\w-]+)$/;

/** Reads the object that a script holds as it is, or gives a name to: the state of a page. */
function parseState(script: string): unknown {
  for (const text of [script, script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1)]) {
    try {
      return JSON.parse(text);
    } catch {
      // It is a program.
    }
  }
  return undefined;
}

/** Lists what a page holds: what its fields and other attributes say, its texts, and the state in its scripts. */
function listPageMembers(html: string): Leaf[] {
  const page = toRead(html);
  const leaves: Leaf[] = [];
  let [from, open] = [0, ''];
  for (const { name, rest, start, end } of listTags(page)) {
    const text = page.slice(from, start);
    if (open === 'script') leaves.push(...listLeaves(parseState(text)));
    else if (text.trim() !== '') leaves.push({ path: [], value: decodeText(text).trim() });
    [from, open] = [end, name];
    const attributes = readAttributes(rest);
    for (const [attribute, value] of attributes) {
      if (NAMING.test(attribute)) continue;
      // What a field holds goes by the name of the field.
      const field = attributes.get('name') ?? attributes.get('id') ?? attributes.get('type');
      const isField = attribute === 'value' || attribute === 'content';
      leaves.push({ path: [(isField ? field : undefined) ?? attribute], value });
    }
  }
  return leaves;
}

/** Lists what an answer holds, each with the names that lead to it: the members of JSON, or what a page holds. */
export const listMembers = (reply: Reply): Leaf[] =>
  isHtml(reply) ? listPageMembers(reply.text) : listLeaves(parseBody(reply));
