const MAX_SHOWN = 20;
const MAX_PLACE = 60;

/** What a place is made of that nobody else has named. */
const PLAIN = /^[\w.[\]-]*$/;

function quoteUpTo(text: string, limit: number): string {
  // So much of it at most is looked at: it may have millions of characters.
  const looked = text.slice(0, 8 * limit);
  // Its end is where the quotation ends.
  const chars = [...looked.replace(/\p{C}/gu, '').replace(/[“”]/g, '"')];
  const isCut = chars.length > limit || looked.length < text.length;
  return `“${chars.slice(0, limit).join('')}${isCut ? '…' : ''}”`;
}

/**
 * Quotes a text from outside for a notice: without control and direction characters, and short,
 * so that a made-up address cannot put a message of its own on the page. Whoever shows the notice
 * keeps the direction of what is quoted to itself.
 */
export const quote = (text: string): string => quoteUpTo(text, MAX_SHOWN);

/** Says where in a value from outside something is, e.g. `settings.token.lifetime`; what has made-up names is quoted. */
export const quotePlace = (path: string): string =>
  path.length <= MAX_PLACE && PLAIN.test(path) ? path : quoteUpTo(path, MAX_PLACE);
