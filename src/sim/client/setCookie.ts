/** A `Set-Cookie` value taken apart, before anybody asks whether a browser keeps it. */
export interface SetCookie {
  /** Empty for a cookie that is a value alone. */
  readonly name: string;
  readonly value: string;
  /** Bytes of name and value together, in UTF-8. */
  readonly bytes: number;
  /** Values by name in lower case; '' for an attribute without one. */
  readonly attributes: ReadonlyMap<string, string>;
}

const MAX_ATTRIBUTE_BYTES = 1024;

const byteLength = (text: string) => new TextEncoder().encode(text).length;
const isBlank = (letter: string | undefined) => letter === ' ' || letter === '\t';

/** Goes from both ends: a pattern for the end would begin again at every blank of a long line. */
function trim(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isBlank(text[start])) start += 1;
  while (end > start && isBlank(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

const hasControl = (text: string) => [...text].some((each) => each < ' ' || each === '\x7f');

/** Splits at the first equals sign; what has none is the key of an attribute, but the value of a cookie. */
function toPair(text: string): readonly [string | null, string] {
  const at = text.indexOf('=');
  return at < 0 ? [null, trim(text)] : [trim(text.slice(0, at)), trim(text.slice(at + 1))];
}

/** Reads attributes: one that is too long is none, and the last of its name counts. @see 6265bis section 5.6 */
function toAttributes(pieces: readonly string[]): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [key, value] of pieces.map(toPair)) {
    if (key === null) attributes.set(value.toLowerCase(), '');
    else if (byteLength(value) <= MAX_ATTRIBUTE_BYTES) attributes.set(key.toLowerCase(), value);
  }
  return attributes;
}

/**
 * Takes a `Set-Cookie` value apart; `null` for one that is no cookie at all: with a control character,
 * with neither name nor value, or with a value alone that would be sent as another cookie's pair.
 * @see 6265bis section 5.6; the last as Chromium does
 */
export function parseSetCookie(header: string): SetCookie | null {
  const [pair, ...pieces] = header.split(';') as [string, ...string[]];
  const texts = [pair, ...pieces].flatMap(toPair).filter((text) => text !== null);
  if (texts.some(hasControl)) return null;
  const [name, value] = toPair(pair);
  if (!name && value.includes('=')) return null;
  const bytes = byteLength(name ?? '') + byteLength(value);
  return bytes === 0 ? null : { name: name ?? '', value, bytes, attributes: toAttributes(pieces) };
}
