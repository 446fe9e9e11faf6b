/*
 * happy-dom does at length what a test asks for at every turn; it is done here with what is known already. The answers are its own: quickDom.test.tsx holds them against the long way.
 * - A list of selectors walks through the whole document once for each of them. Here one walk serves
 *   all lists until something changes, and only looks at the elements of a selector's name.
 * - A computed style is put together from all that is around an element. But no test has a style sheet:
 *   where nothing has a `style` of its own, it comes from the names of the elements alone.
 */
import './lightNodes.ts';
import { type Element, HTMLFormElement, HTMLSelectElement, Node } from 'happy-dom';
import CSSComputedStyle from 'happy-dom/lib/css/declaration/computed-style/CSSComputedStyle.js';
import NodeList from 'happy-dom/lib/nodes/node/NodeList.js';
import * as PropertySymbol from 'happy-dom/lib/PropertySymbol.js';
import QuerySelector from 'happy-dom/lib/query-selector/QuerySelector.js';
import type SelectorItem from 'happy-dom/lib/query-selector/SelectorItem.js';
import SelectorParser from 'happy-dom/lib/query-selector/SelectorParser.js';

/** happy-dom's own way. */
export const long = {
  querySelectorAll: QuerySelector.querySelectorAll,
  getComputedStyle: CSSComputedStyle.prototype.getComputedStyle,
};

type Parent = Parameters<typeof QuerySelector.querySelectorAll>[0];
type Style = ReturnType<typeof long.getComputedStyle>;

/** Where an element stands in the document's order: its own place, and that of the last one in it. */
interface Place {
  readonly first: number;
  last: number;
}

/** The style of an element of some name in others of some names. */
interface Named {
  style: Style | null;
  readonly inside: Map<string, Named>;
}

/** What is known of a document as it is now. */
class Known {
  readonly places = new Map<Node, Place>();
  readonly named = new Map<Element, Named | null>();
  readonly document: Node;
  readonly #all: Element[] = [];
  readonly #byName = new Map<string, Element[]>();
  readonly #byAttribute = new Map<string, Element[]>();

  constructor(document: Node) {
    this.document = document;
    this.places.set(document, { first: -1, last: Infinity });
    this.#add(document);
  }

  #add(around: Node) {
    for (const element of around[PropertySymbol.elementArray]) {
      const place = { first: this.#all.length, last: 0 };
      this.places.set(element, place);
      this.#all.push(element);
      const name = toUpper(element.tagName);
      const alike = this.#byName.get(name);
      if (alike) alike.push(element);
      else this.#byName.set(name, [element]);
      this.#add(element);
      place.last = this.#all.length - 1;
    }
  }

  #listWith(attribute: string): readonly Element[] {
    const known = this.#byAttribute.get(attribute);
    if (known) return known;
    const found = this.#all.filter((element) => {
      const byName = element[PropertySymbol.attributes][PropertySymbol.itemsByName];
      return byName.has(attribute) || byName.has(attribute.toLowerCase());
    });
    this.#byAttribute.set(attribute, found);
    return found;
  }

  /** All elements that a selector may be meant for. */
  #listCandidates({ tagName, attributes }: SelectorItem): readonly Element[] {
    if (tagName && tagName !== '*') return this.#byName.get(tagName) ?? [];
    const attribute = attributes?.[0]?.name;
    return attribute === undefined ? this.#all : this.#listWith(attribute);
  }

  /** What is inside of a node, in the document's order; `null` where the node is not known. */
  find(items: readonly SelectorItem[], around: Node): Element[] | null {
    const whole = this.places.get(around);
    if (!whole) return null;
    const found = new Map<number, Element>();
    for (const item of items) {
      for (const element of this.#listCandidates(item)) {
        const place = this.places.get(element)?.first ?? whole.first;
        const isInside = place > whole.first && place <= whole.last;
        if (isInside && item.match(null, element)) found.set(place, element);
      }
    }
    if (items.length === 1) return [...found.values()];
    return [...found].sort(([one], [other]) => one - other).map(([, element]) => element);
  }
}

const upper = new Map<string, string>();

function toUpper(name: string): string {
  const known = upper.get(name) ?? name.toUpperCase();
  upper.set(name, known);
  return known;
}

// To put a part into another that is in no document yet tells nothing to the elements in it. happy-dom
// goes through them all each time: through the whole page, for each level that it is made of.
const connect = Node.prototype[PropertySymbol.connectedToNode];
const OWNERS = [
  PropertySymbol.styleNode,
  PropertySymbol.textAreaNode,
  PropertySymbol.formNode,
  PropertySymbol.selectNode,
] as const;

function connectToNode(this: Node) {
  const around = this[PropertySymbol.parentNode];
  const isApart =
    around !== null &&
    !this[PropertySymbol.isConnected] &&
    !around[PropertySymbol.isConnected] &&
    this[PropertySymbol.rootNode] === around[PropertySymbol.rootNode] &&
    this[PropertySymbol.ownerDocument] === around[PropertySymbol.ownerDocument] &&
    OWNERS.every((owner) => around[owner] === null);
  if (!isApart) connect.call(this);
}

Node.prototype[PropertySymbol.connectedToNode] = connectToNode;

/** Of the document that was asked last, until something in it changes. */
let known: Known | null = null;

// happy-dom forgets by it what it knew of one element; it is called for whatever changes.
const forget = Node.prototype[PropertySymbol.clearCache];
Node.prototype[PropertySymbol.clearCache] = function (this: Node) {
  if (this[PropertySymbol.isConnected]) known = null;
  forget.call(this);
};

function learn(document: Node): Known {
  if (known?.document !== document) known = new Known(document);
  return known;
}

/** By its text, what each selector of a list asks of an element; `null` where it is of several. */
const simple = new Map<string, readonly SelectorItem[] | null>();

function parse(node: Parent, selector: string): readonly SelectorItem[] | null {
  const window = node[PropertySymbol.window];
  const { globalMatchFunction } = QuerySelector;
  const scope = window.document.documentElement;
  const parser = new SelectorParser({ window, scope, globalMatchFunction });
  const groups = parser.getSelectorGroups(selector);
  const items = groups.flat();
  const isSimple = items.length === groups.length && items.every(({ pseudos }) => !pseudos);
  return isSimple ? items : null;
}

/** A form is known by what stands for it outside of happy-dom. */
const toOuter = (node: Parent) =>
  node instanceof HTMLFormElement ? node[PropertySymbol.proxy] : node;

/** It looks for its few options each time that one comes, which is not worth a walk through all. */
const isSelect = (node: Parent) => node instanceof HTMLSelectElement;

function querySelectorAll(node: Parent, selector: string): NodeList<Element> {
  const items = simple.get(selector);
  const isKnown = items && node.isConnected && !isSelect(node);
  const found = isKnown ? learn(node.ownerDocument ?? node).find(items, toOuter(node)) : null;
  if (found) return new NodeList(PropertySymbol.illegalConstructor, found);
  // The long way throws where the text is no selector, so that only what is one is parsed.
  const whole = long.querySelectorAll.call(QuerySelector, node, selector);
  if (items === undefined) simple.set(selector, parse(node, selector));
  return whole;
}

const outermost: Named = { style: null, inside: new Map() };

/** Of all elements, only a dialog has another style by what it is just now. */
const toName = (element: Element) =>
  element.tagName === 'DIALOG' && element.hasAttribute('open') ? 'open' : element.tagName;

function findInside(outer: Named, name: string): Named {
  const inside = outer.inside.get(name) ?? { style: null, inside: new Map() };
  outer.inside.set(name, inside);
  return inside;
}

/** `null` where the element, or one around it, has a `style` of its own. */
function findNamed(element: Element, now: Known): Named | null {
  const before = now.named.get(element);
  if (before !== undefined) return before;
  const around = element.parentElement;
  const outer = around ? findNamed(around, now) : outermost;
  const named = outer && !element.hasAttribute('style') ? findInside(outer, toName(element)) : null;
  now.named.set(element, named);
  return named;
}

function getComputedStyle(this: { readonly element: Element }): Style {
  const { element } = this;
  const named = element.isConnected ? findNamed(element, learn(element.ownerDocument)) : null;
  if (!named) return long.getComputedStyle.call(this);
  named.style ??= long.getComputedStyle.call(this);
  return named.style;
}

Object.assign(QuerySelector, { querySelectorAll });
Object.assign(CSSComputedStyle.prototype, { getComputedStyle });
