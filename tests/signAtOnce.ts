import { createHash, createHmac, KeyObject, timingSafeEqual, webcrypto } from 'node:crypto';

/*
 * Node's Web Crypto hands each signature to another thread and waits for it, which takes five times as
 * long as the signature: a quarter of all that a room of many runs does. Here the same OpenSSL signs on
 * the spot; tests/lesson/signAtOnce.test.ts has the two agree. The conformance room and the command line
 * keep Web Crypto as it is, and run every scenario with it.
 */
type Subtle = webcrypto.SubtleCrypto;
type Key = webcrypto.CryptoKey;

const { subtle } = webcrypto;
const real: Pick<Subtle, 'digest' | 'sign' | 'verify'> = {
  digest: subtle.digest.bind(subtle),
  sign: subtle.sign.bind(subtle),
  verify: subtle.verify.bind(subtle),
};

const toBytes = (data: webcrypto.BufferSource) =>
  ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);

/** The bytes in a buffer of their own, as Web Crypto gives them. */
const toBuffer = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;

const secrets = new WeakMap<Key, KeyObject>();

function toSecret(key: Key): KeyObject {
  const secret = secrets.get(key) ?? KeyObject.from(key);
  secrets.set(key, secret);
  return secret;
}

function computeHmac(key: Key, data: webcrypto.BufferSource): Buffer {
  const { hash } = key.algorithm as webcrypto.HmacKeyAlgorithm;
  return createHmac(hash.name.replace('-', ''), toSecret(key)).update(toBytes(data)).digest();
}

const isHmac = (key: Key, usage: webcrypto.KeyUsage) =>
  key.algorithm.name === 'HMAC' && key.usages.includes(usage);

const atOnce: typeof real = {
  digest: async (algorithm, data) =>
    typeof algorithm === 'string'
      ? toBuffer(createHash(algorithm.replace('-', '')).update(toBytes(data)).digest())
      : real.digest(algorithm, data),
  sign: async (algorithm, key, data) =>
    isHmac(key, 'sign') ? toBuffer(computeHmac(key, data)) : real.sign(algorithm, key, data),
  verify: async (algorithm, key, signature, data) => {
    if (!isHmac(key, 'verify')) return real.verify(algorithm, key, signature, data);
    const [given, right] = [toBytes(signature), computeHmac(key, data)];
    return given.length === right.length && timingSafeEqual(given, right);
  },
};

Object.assign(subtle, atOnce);
