// Controls, marks that turn the direction of writing, line separators, and what is no character. What
// keeps a text from turning its line stays: \u2068, and its end.
const UNPRINTABLE = /(?:(?![\u2068\u2069])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}])+/gu;

/** Makes what a stranger sent fit for a terminal: one line, nothing that moves the cursor, not long. */
export function toPrintable(text: string, limit = 160): string {
  // Cut first, because there may be a mebibyte of it.
  const clean = text
    .slice(0, 4 * limit)
    .replace(/\s+/g, ' ')
    .replace(UNPRINTABLE, '\uFFFD')
    .trim();
  return clean.length > limit ? `${clean.slice(0, limit).trimEnd()} …` : clean;
}
