/**
 * The languages that the page can be built in. The words of the first stand in `words`, `texts` and
 * `page`; those of another, say `de`, in `words-de`, `texts-de` and `page-de`, file by file.
 */
export const LANGUAGES = ['en'] as const;

export type Language = (typeof LANGUAGES)[number];
