import type { Tone } from '../telling.ts';

/** Tells whether somebody was let in, the user or who should not be. */
export const isLetIn = (tone: Tone): boolean => tone === 'allowed' || tone === 'breach';

/** Tells whether somebody was kept out. */
export const isKeptOut = (tone: Tone): boolean => tone === 'denied' || tone === 'held';

/** Tells whether something was decided or tried, so that there is a sign of it. */
export const isVerdict = (tone: Tone): boolean => isLetIn(tone) || isKeptOut(tone);
