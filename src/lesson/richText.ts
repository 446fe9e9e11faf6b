/** A sentence in parts: plain words, and computed values that are set in code type. */
export type RichText = readonly (string | { readonly code: string })[];

/** Builds RichText from a template: what is written is words, what is put in is a computed value, unless it is empty. */
export function say(
  words: TemplateStringsArray,
  ...values: readonly (string | number)[]
): RichText {
  const parts: (string | { code: string })[] = [];
  words.forEach((word, i) => {
    if (word) parts.push(word);
    const value = values[i];
    if (value !== undefined && value !== '') parts.push({ code: String(value) });
  });
  return parts;
}

/** Returns the sentence as plain text, for announcements and the command line. */
export function toPlainText(text: RichText): string {
  return text.map((part) => (typeof part === 'string' ? part : part.code)).join('');
}
