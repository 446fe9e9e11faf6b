import type { Settings } from '../../settings.ts';

/** Tells whether servers read tokens by `decode` alone: no signature, no date and no name is checked. */
export const isOnlyDecoded = ({ token }: Pick<Settings, 'token'>): boolean =>
  token.verifier === 'decode';

/**
 * Returns until when a token with this exp is let in (NumericDate seconds, a leeway aside); `null`:
 * nothing ends it, because it names no end or because nobody looks at it.
 */
export const toHeldUntil = (
  settings: Pick<Settings, 'token'>,
  exp: number | null,
): number | null => (isOnlyDecoded(settings) ? null : exp);
