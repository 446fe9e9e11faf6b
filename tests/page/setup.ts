import { format } from 'node:util';
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';

/*
 * Whatever reaches the console or the window as an error fails the test that it happened in. A test
 * that means to see one replaces the method: vi.spyOn(console, 'error').mockImplementation(…).
 */
let complaints: string[] = [];

// How long is waited for what comes late: what never comes is told later, and a busy machine is borne.
configure({ asyncUtilTimeout: 30_000 });

// happy-dom's one never reports anything; without one, what is near the view is all there is.
Reflect.deleteProperty(globalThis, 'IntersectionObserver');

// happy-dom looks for `label[for]` through the whole document, for each control that is asked for its
// name: a third of all the time here. Labels are few, and their list is kept until something changes.
const controls = [HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement, HTMLButtonElement];
for (const { prototype } of controls) {
  Object.defineProperty(prototype, 'labels', {
    configurable: true,
    get(this: HTMLElement) {
      const around = this.closest('label');
      const labels = [...document.getElementsByTagName('label')];
      return labels.filter((one) => one === around || (this.id !== '' && one.htmlFor === this.id));
    },
  });
}

const record =
  (source: string) =>
  (...parts: unknown[]) => {
    complaints.push(`${source}: ${format(...parts)}`);
  };

window.addEventListener('error', (event) => record('uncaught error')(event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) => record('rejection')(event.reason));

beforeEach(() => {
  complaints = [];
  console.error = record('console.error');
  console.warn = record('console.warn');
});

afterEach(() => {
  cleanup();
  if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join('\n')}`);
});
