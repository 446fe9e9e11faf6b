import type { RichText } from '../telling.ts';

/** Returns the sentence as plain text, for announcements and the command line. */
export function toPlainText(text: RichText): string {
  return text
    .map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : part.text))
    .join('');
}
