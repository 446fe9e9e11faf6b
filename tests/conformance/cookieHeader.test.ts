import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCookie } from '../../src/sim/http/cookies.ts';

type Parse = (header: string) => Record<string, string>;

// The one that express-session has.
const fromHere = createRequire(import.meta.url);
const { parse } = createRequire(fromHere.resolve('express-session'))('cookie') as {
  parse: Parse;
};

const PIECES = ['a', 'b', '=', ';', '; ', '"', ' ', '\t', '%41', '%', '%zz', '\u00a0', '\u3000'];
const header = fc
  .array(fc.constantFrom(...PIECES, '\u2028', '\ufeff', '\v', 'é', 'a=1', 'a="1"'), { size: '+1' })
  .map((pieces) => pieces.join(''));

test.each([
  ['a quoted value', 'a="1"', '1'],
  ['a quote that does not end', 'a="1', '"1'],
  ['a quote that does not begin', 'a=1"', '1"'],
  ['a quote alone', 'a="', ''],
  ['other white space than space and tab', 'a=\u00a01\u3000; a=2', '\u00a01\u3000'],
  ['white space before the name', '\u00a0a=1; a=2', '2'],
  ['no equals sign', 'a; a=2', '2'],
])('the engine reads %s as express-session does', (_, text, value) => {
  expect(parse(text).a).toBe(value);
  expect(readCookie(text, 'a')).toBe(value);
});

test('the engine reads whatever is sent as express-session does', () => {
  const holds = fc.property(header, fc.constantFrom('a', 'b', '"', 'é'), (text, name) => {
    expect(readCookie(text, name)).toBe(
      Object.hasOwn(parse(text), name) ? parse(text)[name] : undefined,
    );
  });
  fc.assert(holds, { numRuns: 3000 });
});
