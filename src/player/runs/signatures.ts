/** Why something cannot be opened, in a sentence for the reader. */
export class Unavailable extends Error {
  override name = 'Unavailable';
}

const NO_SIGNATURES =
  'Your browser signs nothing on a page that comes over plain http, so only the walk can be shown. Open the page over https or on localhost for the rest.';

/** @throws Unavailable where jose would say "Cannot read properties of undefined". */
export function requireSignatures(): void {
  if (!globalThis.crypto?.subtle) throw new Unavailable(NO_SIGNATURES);
}
