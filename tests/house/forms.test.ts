import { expect, test } from 'vitest';
import { readSource, SOURCES } from './sources.ts';

/** Where a form is made, and its button is heard by the click. */
const FORM = 'src/ui/controls/Form.tsx';

/** What would be heard only where a frame lets forms be sent. */
const NATIVE = /<form\b|\bonSubmit=|type="submit"/;

test('no form waits for being submitted, which a sandboxed frame forbids', () => {
  expect(NATIVE.test(readSource(FORM))).toBe(true);
  const others = SOURCES.filter((path) => path.endsWith('.tsx') && path !== FORM);
  expect(others.filter((path) => NATIVE.test(readSource(path)))).toEqual([]);
});
