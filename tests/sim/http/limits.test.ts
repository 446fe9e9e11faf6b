import { expect, test } from 'vitest';
import { toOptionsAnswer } from '../../../src/sim/http/cors.ts';
import { exceedsHeaderLimit } from '../../../src/sim/http/headerLimit.ts';
import { toPage } from '../../../src/sim/http/target.ts';

// Target, name and value have 1 + 4 bytes besides what is repeated; an ü has two.
test.each([
  ['a', 16 * 1024 - 6, false],
  ['a', 16 * 1024 - 5, true],
  ['ü', 8 * 1024 - 3, false],
  ['ü', 8 * 1024 - 2, true],
])('a field of %j, %i times: it is too large for Node.js: %s', (letter, times, expected) => {
  expect(exceedsHeaderLimit({ target: '/', headers: [['Host', letter.repeat(times)]] })).toBe(
    expected,
  );
});

test.each([
  ['/profile', 'GET, HEAD', '9'],
  ['/admin', 'GET, HEAD', '9'],
  ['/transfer', 'POST', '4'],
  ['/login', 'POST', '4'],
])('Express answers OPTIONS of %s by itself: %s', (target, text, length) => {
  expect(toOptionsAnswer(target)).toEqual({
    text,
    fields: [
      ['Allow', text],
      ['Content-Length', length],
      ['Content-Type', 'text/plain'],
      ['X-Content-Type-Options', 'nosniff'],
    ],
  });
});

test.each([
  ['to=mallory&amount=100', 'mallory'],
  ['amount=100', null],
  [null, null],
])('a transfer with the body %j goes to %j', (form, to) => {
  expect(toPage('/transfer', 'abc123', form)).toEqual({ userId: 'abc123', to });
});
