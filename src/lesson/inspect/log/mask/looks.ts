/** Runs of the letters of base64url with dots; none begins within another, so that each letter is looked at once. */
const RUN = /(?<![\w-])[\w-]+(?:\.[\w-]*)+/g;
/** `{"` in base64url: how a JWT begins. */
const BRACE = 'eyJ';
/** Least that a header has after that. */
const LEAST_HEADER = BRACE.length + 8;

/** Returns where in a run a token begins; -1 for none. */
function findStart(run: string): number {
  let at = 0;
  const parts = run.split('.');
  for (const [i, part] of parts.entries()) {
    const inPart = part.indexOf(BRACE);
    const isHeader = inPart >= 0 && part.length - inPart >= LEAST_HEADER;
    if (isHeader && (parts[i + 1] ?? '').length >= 2) return at + inPart;
    at += part.length + 1;
  }
  return -1;
}

/** Finds what looks like a token. */
export const findTokens = (text: string): readonly string[] =>
  (text.match(RUN) ?? []).flatMap((run) => {
    const at = findStart(run);
    return at < 0 ? [] : [run.slice(at)];
  });

/** Puts something else in the place of what looks like a token. */
export const replaceTokens = (text: string, replace: (token: string) => string): string =>
  text.replace(RUN, (run) => {
    const at = findStart(run);
    return at < 0 ? run : run.slice(0, at) + replace(run.slice(at));
  });

const HEX = /(?<![A-Za-z\d])[A-Fa-f\d]{16,}(?![A-Za-z\d])/;
const UUID = /[A-Fa-f\d]{8}-[A-Fa-f\d]{4}-[A-Fa-f\d]{4}-[A-Fa-f\d]{4}-[A-Fa-f\d]{12}/;
const LONG_RUN = /(?<![A-Za-z\d])[A-Za-z\d]{16,}/g;
const count = (text: string, wanted: RegExp) => text.match(wanted)?.length ?? 0;

/** Tells whether a text looks made by chance, as IDs of sessions and links for a single use are. */
export function isOpaque(text: string): boolean {
  if (text.length < 16 || /[\s@]/.test(text)) return false;
  if (HEX.test(text) || UUID.test(text)) return true;
  if ((text.match(LONG_RUN) ?? []).some((run) => /\d/.test(run))) return true;
  if (text.length < 20 || /[/:]/.test(text)) return false;
  if (/\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text)) return true;
  // Words written together have a capital every few letters; what is made by chance, every second or third.
  return count(text, /[a-z][A-Z]/g) * 5 > text.length;
}
