// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { toKeyTarget } from '../../../src/player/keys/toKeyTarget.ts';

afterEach(() => document.body.replaceChildren());

/** Puts HTML on the page and returns its element with the ID x. */
function show(html: string): Element | null {
  document.body.innerHTML = html;
  return document.getElementById('x');
}

it.each([
  ['<button id="x">Next</button>', 'control'],
  ['<a id="x" href="#step=3">Step 3</a>', 'control'],
  ['<a id="x">no link</a>', 'page'],
  ['<details><summary id="x">More</summary></details>', 'control'],
  ['<input id="x" type="checkbox">', 'control'],
  ['<div id="x" role="button" tabindex="0"></div>', 'control'],
  ['<input id="x">', 'text'],
  ['<input id="x" type="search">', 'text'],
  ['<input id="x" type="number">', 'text'],
  ['<textarea id="x"></textarea>', 'text'],
  ['<div contenteditable><b id="x">bold</b></div>', 'text'],
  ['<div contenteditable="false"><b id="x">bold</b></div>', 'page'],
  ['<div id="x" role="textbox" tabindex="0"></div>', 'text'],
  ['<select id="x"></select>', 'select'],
  ['<input id="x" role="combobox">', 'select'],
  ['<input id="x" type="radio">', 'radio'],
  ['<div id="x" role="radio" tabindex="0"></div>', 'radio'],
  ['<input id="x" type="range" aria-label="Schritt" data-scrubber>', 'scrubber'],
  ['<input id="x" type="range" aria-label="Step">', 'slider'],
  ['<input id="x" type="range" aria-label="Volume">', 'slider'],
  ['<dialog open><button id="x">Close</button></dialog>', 'dialog'],
  ['<div role="dialog"><input id="x"></div>', 'dialog'],
  ['<p id="x">text</p>', 'page'],
])('%s is %s', (html, target) => {
  expect(toKeyTarget(show(html))).toBe(target);
});

it.each([
  [{ scrollWidth: 300, clientWidth: 200 }, 'overflow-x: auto', 'scrollable'],
  [{ scrollHeight: 300, clientHeight: 200 }, 'overflow-y: scroll', 'scrollable'],
  [{ scrollHeight: 300, clientHeight: 200 }, 'overflow-y: hidden', 'page'],
  [{ scrollHeight: 300, clientHeight: 200 }, 'overflow-x: auto; overflow-y: hidden', 'page'],
  [{ scrollHeight: 200, clientHeight: 200 }, 'overflow-y: auto', 'page'],
])('a box of %j with %s is %s', (size, style, target) => {
  const box = show(`<div id="x" tabindex="0" style="${style}"></div>`);
  for (const [name, value] of Object.entries(size)) {
    Object.defineProperty(box, name, { value });
  }
  expect(toKeyTarget(box)).toBe(target);
});

it('the page itself scrolls as always, and no element at all is the page', () => {
  expect(toKeyTarget(document.body)).toBe('page');
  expect(toKeyTarget(document.documentElement)).toBe('page');
  expect(toKeyTarget(window)).toBe('page');
  expect(toKeyTarget(null)).toBe('page');
});
