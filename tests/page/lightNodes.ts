/*
 * happy-dom gives each node a dozen maps as it is made, and counts each attribute as a node: of the
 * memory of a page, most is maps that nobody looks into. Here each is made when it is first asked for.
 */
import { Element, EventTarget, Node } from 'happy-dom';
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
