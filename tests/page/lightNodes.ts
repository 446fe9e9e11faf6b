/*
 * happy-dom gives each node a dozen maps as it is made, and counts each attribute as a node: of the
 * memory of a page, most is maps that nobody looks into. Here each is made when it is first asked for.
 * Who observes the whole document is put down at each node of it, and struck out again: here the
 * document alone knows them, and is told.
 */
import { Document, Element, EventTarget, Node } from 'happy-dom';
import type IMutationListener from 'happy-dom/lib/mutation-observer/IMutationListener.js';
import type MutationRecord from 'happy-dom/lib/mutation-observer/MutationRecord.js';
import * as PropertySymbol from 'happy-dom/lib/PropertySymbol.js';

/** Leaves out what a constructor begins a property with, which is the same each time, until it is asked for. */
function makeLate(prototype: object, name: symbol, make: () => unknown) {
  const made = Symbol(String(name));
  Object.defineProperty(prototype, name, {
    configurable: true,
    get() {
      this[made] ??= make();
      return this[made];
    },
    set() {
      this[made] = null;
    },
  });
  return made;
}

const makeListeners = () => ({ bubbling: new Map(), capturing: new Map() });
const makeCache = () => ({
  querySelector: new Map(),
  querySelectorAll: new Map(),
  matches: new Map(),
  elementsByTagName: new Map(),
  elementsByTagNameNS: new Map(),
  elementByTagName: new Map(),
  elementById: new Map(),
  computedStyle: null,
});

makeLate(EventTarget.prototype, PropertySymbol.listeners, makeListeners);
makeLate(EventTarget.prototype, PropertySymbol.listenerOptions, makeListeners);
const cache = makeLate(Node.prototype, PropertySymbol.cache, makeCache);
makeLate(Element.prototype, PropertySymbol.pointerCaptures, () => new Set());
makeLate(Element.prototype, PropertySymbol.propertyEventListeners, () => new Map());

// What has no cache has nothing in it to forget.
const forget = Node.prototype[PropertySymbol.clearCache];
Node.prototype[PropertySymbol.clearCache] = function (this: Node) {
  const isKnown = Reflect.get(this, cache) !== null;
  if (isKnown || this[PropertySymbol.affectsCache].length > 0) forget.call(this);
};

const own = {
  observe: Node.prototype[PropertySymbol.observeMutations],
  unobserve: Node.prototype[PropertySymbol.unobserveMutations],
  report: Node.prototype[PropertySymbol.reportMutation],
};

const isWhole = (node: Node, { options }: IMutationListener) =>
  node instanceof Document && options.subtree === true;

function isAsked({ options }: IMutationListener, { type, attributeName }: MutationRecord) {
  const { childList, characterData, attributes, attributeFilter } = options;
  if (type === 'childList') return childList;
  if (type === 'characterData') return characterData;
  return attributes && (!attributeFilter || attributeFilter.includes(attributeName ?? ''));
}

Object.assign(Node.prototype, {
  [PropertySymbol.observeMutations](this: Node, listener: IMutationListener) {
    if (isWhole(this, listener)) this[PropertySymbol.mutationListeners].push(listener);
    else own.observe.call(this, listener);
  },
  [PropertySymbol.unobserveMutations](this: Node, listener: IMutationListener) {
    if (!isWhole(this, listener)) return own.unobserve.call(this, listener);
    const listeners = this[PropertySymbol.mutationListeners];
    const index = listeners.indexOf(listener);
    if (index >= 0) listeners.splice(index, 1);
  },
  [PropertySymbol.reportMutation](this: Node, record: MutationRecord) {
    own.report.call(this, record);
    const document = this[PropertySymbol.ownerDocument];
    if (!this[PropertySymbol.isConnected] || !document || document === this) return;
    for (const listener of [...document[PropertySymbol.mutationListeners]]) {
      if (isWhole(document, listener) && isAsked(listener, record))
        listener.callback.deref()?.(record);
    }
  },
});
