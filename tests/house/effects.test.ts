import { expect, test } from 'vitest';
import { readSource, SOURCES } from './sources.ts';

/**
 * Lists the effects that hand on what a method of the browser gives back. React takes it for the
 * function that ends the effect, and calls it: the types say nothing, but a scroll gives a promise in
 * some browsers, and the part that had it is gone when it is to end.
 */
const listHandingOn = (source: string): string[] =>
  source.match(/Effect\(\s*\(\) =>\s*[^{;]*\.(?:scroll|focus|blur|click|play|pause)\w*[^;]*;/g) ??
  [];

test('no effect gives React what a method of the browser gives back', () => {
  const wrong = 'useEffect(() => box.current?.scrollIntoView?.({ block: 1 }), []);';
  expect(listHandingOn(wrong)).toEqual([`Effect${wrong.slice('useEffect'.length)}`]);
  expect(listHandingOn('useEffect(() => {\n box.current?.focus();\n }, []);')).toEqual([]);
  expect(listHandingOn('useEffect(() => watchScroll(box.current), []);')).toEqual([]);
  const found = SOURCES.flatMap((path) =>
    listHandingOn(readSource(path)).map((at) => `${path}: ${at}`),
  );
  expect(found).toEqual([]);
});
