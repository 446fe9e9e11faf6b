import { NO_SIGNATURES } from '../../lesson/texts/notices/noSignatures.ts';
import { Unavailable } from './unavailable.ts';

/** @throws Unavailable where jose would say "Cannot read properties of undefined". */
export function requireSignatures(): void {
  if (!globalThis.crypto?.subtle) throw new Unavailable(NO_SIGNATURES);
}

/** Returns a function that first asks whether there can be signatures. It rejects with Unavailable. */
export const toSigning =
  <A extends readonly unknown[], R>(sign: (...args: A) => R | Promise<R>) =>
  async (...args: A): Promise<R> => {
    requireSignatures();
    return sign(...args);
  };
