/** Draws a reader's own seed for the quiz, 1 to 2³² − 1. No secret: only the order hangs on it. */
export function drawSeed(source: Crypto | undefined = globalThis.crypto): number {
  const drawn = source?.getRandomValues
    ? source.getRandomValues(new Uint32Array(1))[0]
    : Math.floor(Math.random() * 2 ** 32);
  return drawn || 1;
}
