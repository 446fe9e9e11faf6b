import { expect, it } from 'vitest';
import { quote, quotePlace } from '../../../src/player/address/quote.ts';

it.each([
  ['abc', '“abc”'],
  ['', '“”'],
  ['x'.repeat(20), `“${'x'.repeat(20)}”`],
  ['x'.repeat(21), `“${'x'.repeat(20)}…”`],
  ['a\u202eb\u2066c\0d\ne', '“abcde”'],
  ['a” is fine. “b', '“a" is fine. "b”'],
  ['שלום', '“שלום”'],
  ['👩‍👩‍👧', '“👩👩👧”'],
])('quotes %j as %j', (text, quoted) => {
  expect(quote(text)).toBe(quoted);
});

it('looks at no more of a text than it can show', () => {
  expect(quote(`${'\u202e'.repeat(5_000_000)}x`)).toBe('“…”');
  expect(quotePlace('y'.repeat(5_000_000))).toBe(`“${'y'.repeat(60)}…”`);
});

it('shows a place as it is, and quotes what somebody has named', () => {
  expect(quotePlace('settings.session.secrets[0]')).toBe('settings.session.secrets[0]');
  expect(quotePlace('')).toBe('');
  expect(quotePlace('settings.\u202eאבג')).toBe('“settings.אבג”');
});
