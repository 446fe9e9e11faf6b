const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const BASE64URL_TAIL = '-_';
const STANDARD_TAIL = '+/';

function toTwin(letter: string): string {
  const tail = STANDARD_TAIL.includes(letter) ? STANDARD_TAIL : BASE64URL_TAIL;
  const letters = BASE64 + tail;
  const at = letters.indexOf(letter);
  return at < 0 ? 'A' : (letters[at ^ 1] as string);
}

/** Changes the lowest bit of the first letter of base64 text; all of its six bits count. */
export function flipLetter(text: string): string {
  return toTwin(text.charAt(0)) + text.slice(1);
}

/**
 * Changes the lowest bit of the last letter of base64 text. At the end of 32 bytes two of its six
 * bits stand for nothing, so what is decoded stays the same.
 * @see RFC 4648 section 3.5
 */
export function flipLastLetter(text: string): string {
  return text.slice(0, -1) + toTwin(text.slice(-1));
}
