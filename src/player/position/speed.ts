/** How many times faster than it takes to read a step; slowest first. */
export const SPEEDS = [0.5, 1, 2, 4] as const;

export type Speed = (typeof SPEEDS)[number];

const moveSpeed = (speed: Speed, by: 1 | -1): Speed => SPEEDS[SPEEDS.indexOf(speed) + by] ?? speed;

/** Returns the next faster speed, or the same one when there is none. */
export const toFaster = (speed: Speed) => moveSpeed(speed, 1);
/** Returns the next slower speed, or the same one when there is none. */
export const toSlower = (speed: Speed) => moveSpeed(speed, -1);
