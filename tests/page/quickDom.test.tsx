import { screen } from '@testing-library/react';
import CSSComputedStyle from 'happy-dom/lib/css/declaration/computed-style/CSSComputedStyle.js';
import QuerySelector from 'happy-dom/lib/query-selector/QuerySelector.js';
import { expect, onTestFinished, test } from 'vitest';
import { openPage } from './page.tsx';
import { long } from './quickDom.ts';

const LISTS = [
  '*',
  'tr',
  'label',
  'svg, path',
  'button, a[href], input:not([type])',
  '*[role~="status"], output',
  '[aria-current="step"], td, #walk',
  'input[type="range"], *[role~="slider"]',
  'table td, th',
  'option',
];

/** Holds what is found and what is computed against happy-dom's own way. */
function expectSame() {
  const around = [
    document,
    document.body,
    ...document.querySelectorAll('section, table, tr, form, form *'),
  ];
  const inner = around.filter((_, index) => index % 9 < 3);
  for (const node of inner) {
    for (const list of LISTS) {
      const found = [...node.querySelectorAll(list)];
      const whole = [...Reflect.apply(long.querySelectorAll, QuerySelector, [node, list])];
      expect(found.length === whole.length && found.every((one, i) => one === whole[i])).toBe(true);
    }
  }
  const others: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    const computed: CSSComputedStyle = Reflect.construct(CSSComputedStyle, [element]);
    const whole = long.getComputedStyle.call(computed);
    for (const name of ['display', 'visibility', 'pointer-events', 'font-weight', 'direction']) {
      const value = style.getPropertyValue(name);
      if (value !== (whole.get(name)?.value ?? ''))
        others.push(`${element.tagName} ${name}: ${value}`);
    }
  }
  expect(others).toEqual([]);
}

test('what is found and computed the short way is so the long way, whatever changes', async () => {
  const { user } = await openPage();
  expectSame();
  await user.keyboard('{ArrowRight}{ArrowRight}?');
  expect(screen.getByRole('dialog')).toBeVisible();
  expectSame();
  await user.keyboard('{Escape}');
  expectSame();
  document.body.style.visibility = 'hidden';
  onTestFinished(() => document.body.removeAttribute('style'));
  expectSame();
  document.querySelector('section')?.setAttribute('role', 'status');
  expectSame();
});

test('who observes the whole document is told of what changes in it, until it is enough', async () => {
  const seen: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { type, attributeName } of records) seen.push(attributeName ?? type);
  });
  const change = async () => {
    const around = document.body.appendChild(document.createElement('div'));
    const text = around.appendChild(document.createTextNode('before'));
    text.data = 'after';
    around.setAttribute('title', 'one');
    around.setAttribute('lang', 'en');
    around.remove();
    text.data = 'out of the document';
    await new Promise((done) => setTimeout(done));
  };
  const attributes = { attributes: true, attributeFilter: ['title'] };
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    ...attributes,
  });
  await change();
  const all = ['childList', 'childList', 'characterData', 'title', 'childList'];
  expect(seen).toEqual(all);
  observer.disconnect();
  await change();
  expect(seen).toEqual(all);
});
