import { toPlainText } from '../../richText.ts';
import type { RichText, RunTelling } from '../../telling.ts';

/** Computed values are set wider, in a box of their own, and a line ends early before a long word. */
const AROUND_CODE = '\u00a0\u00a0';
const AT_END = ' ……………';

const toRuler = (sentence: RichText): string =>
  sentence
    .map((part) => (typeof part !== 'string' && 'code' in part ? part.code + AROUND_CODE : part))
    .map((part) => toPlainText([part]))
    .join('');

/** Returns a text that takes at least as much room as each of these sentences does. */
function toRoom(sentences: readonly RichText[]): string {
  const rulers = sentences.map(toRuler);
  return (
    rulers.reduce((longest, one) => (one.length > longest.length ? one : longest), '') + AT_END
  );
}

/** Finds out for how much text there must be room in each lane, of a long run by its first steps. */
export const sayRoom = (
  session: readonly RichText[],
  token: readonly RichText[],
): RunTelling['room'] => ({ session: toRoom(session), token: toRoom(token) });
