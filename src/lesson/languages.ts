/**
 * The languages that the page can be built in. The words of the first stand in `words`, `texts` and
 * `page`; those of another, say `de`, in `words-de`, `texts-de` and `page-de`, file by file.
 */
export const LANGUAGES = ['en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Other words in place of these, and numbers. */
type OtherWord<T> = T extends string ? string : T extends number ? number : T;

/** A module of the first language as any other has it: the same names, members and functions. */
export type InLanguage<T> = T extends (...args: infer A) => infer R
  ? (...args: A) => OtherWord<R>
  : T extends object
    ? { readonly [K in keyof T]: InLanguage<T[K]> }
    : OtherWord<T>;

/** A language's own module, which does not compile where something of the first's is missing or another. */
export type HeldTo<First, Own extends InLanguage<First>> = Own;
