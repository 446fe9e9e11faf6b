/** The places of the page; the first is where it opens. */
export const PLACES = ['walk', 'breaks', 'try', 'check', 'reference'] as const;

/** All that can be opened: the places, and the sheet that is printed. */
export const VIEWS = [...PLACES, 'handout'] as const;

export type View = (typeof VIEWS)[number];
