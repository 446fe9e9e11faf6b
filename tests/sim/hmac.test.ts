import { afterEach, expect, test, vi } from 'vitest';
import {
  CryptoUnavailableError,
  hmacSha256,
  importHmacKey,
  requireSubtle,
} from '../../src/sim/bytes/hmac.ts';

afterEach(() => void vi.unstubAllGlobals());

const toHex = (bytes: ArrayBuffer | Uint8Array<ArrayBufferLike>) =>
  Buffer.from(bytes as Uint8Array).toString('hex');
const bytes = (...hex: string[]) => new Uint8Array(Buffer.from(hex.join(''), 'hex'));
const utf8 = (text: string) => new TextEncoder().encode(text);

const LONG_DATA =
  'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.';

// RFC 4231 section 4; keys and data that are no UTF-8 go in as bytes.
test.each([
  [
    1,
    '\x0b'.repeat(20),
    'Hi There',
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  ],
  [
    2,
    'Jefe',
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [5, '\x0c'.repeat(20), 'Test With Truncation', 'a3b6167473100ee06e0c796c2955552b'],
])('RFC 4231 test case %i, as text', async (_case, key, data, mac) => {
  expect(toHex(await hmacSha256(key, data)).slice(0, mac.length)).toBe(mac);
});

test.each([
  [
    3,
    bytes('aa'.repeat(20)),
    bytes('dd'.repeat(50)),
    '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
  ],
  [
    4,
    bytes('0102030405060708090a0b0c0d0e0f10111213141516171819'),
    bytes('cd'.repeat(50)),
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
  ],
  [
    6,
    bytes('aa'.repeat(131)),
    utf8('Test Using Larger Than Block-Size Key - Hash Key First'),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
  [
    7,
    bytes('aa'.repeat(131)),
    utf8(LONG_DATA),
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  ],
])('RFC 4231 test case %i, as bytes', async (_case, key, data, mac) => {
  const hmacKey = await importHmacKey(key);
  expect(toHex(await requireSubtle().sign('HMAC', hmacKey, data))).toBe(mac);
});

test('text is UTF-8, in the key and in the data', async () => {
  const key = await importHmacKey(utf8('schlüssel'));
  const mac = await requireSubtle().sign('HMAC', key, utf8('grüße'));
  expect(toHex(await hmacSha256('schlüssel', 'grüße'))).toBe(toHex(mac));
});

test('a secret keeps its key however many others come between', async () => {
  const first = await hmacSha256('first', 'text');
  for (let i = 0; i < 70; i++) await hmacSha256(`secret ${i}`, 'text');
  expect(await hmacSha256('first', 'text')).toEqual(first);
  expect(await hmacSha256('secret 69', 'text')).not.toEqual(first);
});

test('without Web Crypto it says what is missing', async () => {
  await hmacSha256('kept', 'text');
  vi.stubGlobal('crypto', {});
  await expect(hmacSha256('kept', 'text')).rejects.toThrow(CryptoUnavailableError);
  await expect(importHmacKey('never seen')).rejects.toThrow(/secure contexts/);
  vi.stubGlobal('crypto', undefined);
  expect(() => requireSubtle()).toThrow(CryptoUnavailableError);
  expect(new CryptoUnavailableError().name).toBe('CryptoUnavailableError');
});

test('a secret that could not be imported for lack of Web Crypto works once there is one', async () => {
  vi.stubGlobal('crypto', {});
  await expect(importHmacKey('late')).rejects.toThrow(CryptoUnavailableError);
  vi.unstubAllGlobals();
  await expect(hmacSha256('late', 'text')).resolves.toHaveLength(32);
});
