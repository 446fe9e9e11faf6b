const encoder = new TextEncoder();

/** Counts a text's bytes in UTF-8, as every limit here does. */
export const countBytes = (text: string): number => encoder.encode(text).length;

/** What JSON text is made of outside its strings: a mark, a number or word, or space. */
const TOKEN = /[",:{}[\]]|[\w.+-]+|\s+/y;
/** A character in a string as it is typed; one beyond U+FFFF may take two escapes. */
const CHAR = /\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u.{4}|\\.|./suy;

const countWritten = (json: string) => countBytes(JSON.stringify(JSON.parse(json)));

function countPiece(piece: string, isInString: boolean): number {
  if (piece === '"') return 1;
  if (isInString) return countWritten(`"${piece}"`) - '""'.length;
  return /\w/.test(piece) ? countWritten(piece) : piece.trim().length;
}

/**
 * Finds the first character of valid JSON text, or the number or word, that is past `limit` bytes
 * as JSON.stringify writes them: without the space between and without needless escapes.
 */
export function findPastJsonBytes(text: string, limit: number): number | undefined {
  let [at, bytes, isInString] = [0, 0, false];
  while (at < text.length) {
    const pattern = isInString ? CHAR : TOKEN;
    pattern.lastIndex = at;
    const [piece = ''] = pattern.exec(text) ?? [];
    bytes += countPiece(piece, isInString);
    if (bytes > limit) return at;
    if (piece === '"') isInString = !isInString;
    at = pattern.lastIndex;
  }
  return undefined;
}
