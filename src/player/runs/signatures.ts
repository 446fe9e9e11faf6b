import { NO_SIGNATURES } from '../../lesson/texts/notices/page.ts';
/** Why something cannot be opened, in a sentence for the reader. */
export class Unavailable extends Error {
  override name = 'Unavailable';
}

/** @throws Unavailable where jose would say "Cannot read properties of undefined". */
export function requireSignatures(): void {
  if (!globalThis.crypto?.subtle) throw new Unavailable(NO_SIGNATURES);
}
