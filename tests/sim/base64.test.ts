import { expect, test } from 'vitest';
import { toBase64url, toUnpaddedBase64 } from '../../src/sim/bytes/base64.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

// RFC 4648 section 10, padding taken off.
test.each([
  ['', ''],
  ['f', 'Zg'],
  ['fo', 'Zm8'],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg'],
  ['fooba', 'Zm9vYmE'],
  ['foobar', 'Zm9vYmFy'],
])('%j is %j in both alphabets', (text, encoded) => {
  expect(toBase64url(utf8(text))).toBe(encoded);
  expect(toUnpaddedBase64(utf8(text))).toBe(encoded);
});

test('62 and 63 are what the two alphabets differ in', () => {
  const bytes = Uint8Array.of(0xfb, 0xff, 0xbf, 0xfe);
  expect(toUnpaddedBase64(bytes)).toBe('+/+//g');
  expect(toBase64url(bytes)).toBe('-_-__g');
});

test('every byte comes out as Node encodes it', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
  expect(toUnpaddedBase64(bytes)).toBe(Buffer.from(bytes).toString('base64').replace(/=+$/, ''));
});
