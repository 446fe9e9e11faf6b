/** The nine ways to learn, in the order in which they are offered. */
export const LEARNING = [
  ...(['learn', 'why', 'deep', 'visualize', 'try', 'challenge'] as const),
  ...(['project', 'performance', 'review'] as const),
] as const;

/** What a way can be: one to learn, or the tests before and after. */
export const WAYS = [...LEARNING, 'test'] as const;

export type Way = (typeof WAYS)[number];

/** A way, and what of it is open: letters, digits, dots and hyphens. */
const SHAPE = /^([a-z]+)(?:\/([\w.-]{1,100}))?$/;

/** Reads a way and what of it is open; `null` where there is none. */
export function readWay(
  text: string | null,
): { readonly way: Way; readonly item: string | null } | null {
  const [, name, item = null] = SHAPE.exec(text ?? '') ?? [];
  const way = WAYS.find((one) => one === name);
  return way ? { way, item } : null;
}

/** Tells whether a text names a goal of Challenge, which stays above the stage. Random ones have dots. */
export const isGoal = (text: string | null): boolean => /^challenge\/[\w-]+$/.test(text ?? '');

/** Tells whether a text names a way. What of it there is the way itself knows. */
export const isWay = (text: string): boolean => readWay(text) !== null;
