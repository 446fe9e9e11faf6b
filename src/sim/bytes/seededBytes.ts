const STEPS_BEFORE_USE = 12;

/** Hashes text to four 32-bit words (murmur-style mixing); not for security. */
function hashText(text: string): [number, number, number, number] {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x85ebca77) ^ (d >>> 15);
    b = Math.imul(b ^ unit, 0xc2b2ae3d) ^ (a >>> 13);
    c = Math.imul(c ^ unit, 0x27d4eb2f) ^ (b >>> 16);
    d = Math.imul(d ^ unit, 0x165667b1) ^ (c >>> 14);
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

/**
 * Gives the n-th random value of a named source, the same for the same arguments each time, as
 * `size` bytes. Stands in for `crypto.randomBytes`, which no repeatable run can use; it is
 * predictable, and so for demonstrations alone.
 * @see the "small fast counter" generator (sfc32) of PractRand
 */
export function seededBytes(seed: string, source: string, n: number, size: number): Uint8Array {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(`draw ${n} is not a non-negative integer`);
  let [a, b, c, counter] = hashText(`${seed}/${source}/${n}`);
  const next = () => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return out >>> 0;
  };
  for (let i = 0; i < STEPS_BEFORE_USE; i++) next();
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++) bytes[i] = next() >>> 24;
  return bytes;
}
