/** Tells whether two settings are the same; they are plain JSON. */
export const isSame = (a: unknown, b: unknown) =>
  a === b || JSON.stringify(a) === JSON.stringify(b);
