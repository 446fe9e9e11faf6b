/** The places of the page; the first is where it opens. */
export const VIEWS = ['walk', 'breaks', 'try', 'check', 'reference'] as const;

export type View = (typeof VIEWS)[number];
