import { describe, expect, test } from 'vitest';

// What stands in for Web Crypto in this room is the object's own; the real one is its prototype's.
const { subtle } = crypto;
const real = SubtleCrypto.prototype;
const HASHES = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const;
const TEXTS = ['', 'a', 'é€😀', 'x'.repeat(1_000)];

const toBytes = (text: string) => new TextEncoder().encode(text);
const toHex = (buffer: ArrayBuffer) => Buffer.from(buffer).toString('hex');
const importKey = (hash: string, usages: KeyUsage[]) =>
  subtle.importKey('raw', toBytes('a secret'), { name: 'HMAC', hash }, false, usages);

test('something stands in', () => {
  for (const name of ['sign', 'verify', 'digest'] as const) {
    expect(subtle[name], name).not.toBe(real[name]);
  }
});

describe.each(HASHES)('with %s', (hash) => {
  test.each(TEXTS)('it signs and digests %j as Web Crypto does', async (text) => {
    const key = await importKey(hash, ['sign', 'verify']);
    // A view of a part: what is around it must not be signed.
    const bytes = toBytes(`>${text}<`).subarray(1, -1);
    const signature = await subtle.sign('HMAC', key, bytes);
    expect(toHex(signature)).toBe(toHex(await real.sign.call(subtle, 'HMAC', key, bytes)));
    const digest = await subtle.digest(hash, bytes);
    expect(toHex(digest)).toBe(toHex(await real.digest.call(subtle, hash, bytes)));
    for (const given of [signature, signature.slice(1), new Uint8Array(signature.byteLength)]) {
      const verified = await subtle.verify('HMAC', key, given, bytes);
      expect(verified).toBe(await real.verify.call(subtle, 'HMAC', key, given, bytes));
      expect(verified).toBe(given === signature);
    }
  });
});

test('a key that is not for it is refused', async () => {
  const key = await importKey('SHA-256', ['verify']);
  await expect(subtle.sign('HMAC', key, toBytes('a'))).rejects.toThrow();
  const other = await importKey('SHA-256', ['sign']);
  await expect(subtle.verify('HMAC', other, toBytes('a'), toBytes('a'))).rejects.toThrow();
});
