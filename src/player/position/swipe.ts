export const SWIPE_MIN_PX = 48;
export const SWIPE_MAX_MS = 800;

/**
 * Tells what the way of a finger means: leftwards the next step, rightwards the previous one.
 * Too short, too slow, or as much down as across is `null`: a tap, a press or a scroll.
 */
export function toSwipe(dx: number, dy: number, ms: number): 'next' | 'previous' | null {
  const far = Math.abs(dx) >= SWIPE_MIN_PX && ms <= SWIPE_MAX_MS;
  if (!far || Math.abs(dx) < 2 * Math.abs(dy)) return null;
  return dx < 0 ? 'next' : 'previous';
}
