/**
 * Puts another letter in the place of one near the middle: the last one of base64 may not count. It
 * differs by more than its case, which some stores do not look at.
 */
export function changeLetter(text: string): string {
  const letters = [...text.matchAll(/(?<!%.?)[A-Za-z0-9]/g)].map(({ index }) => index);
  const at = letters[letters.length >> 1];
  if (at === undefined) return `${text}A`;
  const swapped = text[at]?.toUpperCase() === 'A' ? 'B' : 'A';
  return text.slice(0, at) + swapped + text.slice(at + 1);
}
