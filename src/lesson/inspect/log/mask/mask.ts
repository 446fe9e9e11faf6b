import { replaceTokens } from './looks.ts';
import { decodePercent } from './names.ts';

/** Hides secrets behind letters: the same secret has the same letter wherever it is. */
export interface Mask {
  /** Hides a value whatever it is, and finds it in other texts from now on. */
  readonly hide: (value: string) => string;
  /** Hides a value of which nobody knows whether it is secret: in other texts it is an ordinary word. */
  readonly cover: (value: string) => string;
  /** Hides what is known, and what looks like a token; all of a text that is too long to be looked through. */
  readonly hideIn: (text: string) => string;
}

/** What is shorter may be part of anything. */
const LEAST = 6;
/** Longest text that is looked through, in UTF-16 units. */
export const MAX_LOOKED_AT = 4000;
/** Most secrets that are looked for: the time that it takes is that of all texts times all secrets. */
const MAX_KNOWN = 300;

function toLetter(nth: number): string {
  const letter = String.fromCharCode(65 + (nth % 26));
  return nth < 26 ? letter : `${letter}${Math.floor(nth / 26)}`;
}

/** Makes a mask that knows no secret yet. */
export function createMask(): Mask {
  const letters = new Map<string, string>();
  /** Longest first: a secret may begin as another one does. */
  const known: string[] = [];
  const cover = (value: string) => {
    if (value === '') return '';
    const letter = letters.get(value) ?? toLetter(letters.size);
    letters.set(value, letter);
    return `‹${letter}·${value.length}›`;
  };
  const learn = (value: string) => {
    if (value.length < LEAST || value.length > MAX_LOOKED_AT) return;
    if (known.length > MAX_KNOWN || known.includes(value)) return;
    const at = known.findIndex((one) => one.length < value.length);
    known.splice(at < 0 ? known.length : at, 0, value);
  };
  const hide = (value: string) => {
    const hidden = cover(value);
    learn(value);
    // Another message may have it without its percent signs.
    const plain = decodePercent(value);
    letters.set(plain, letters.get(plain) ?? letters.get(value) ?? '');
    learn(plain);
    return hidden;
  };
  const hideIn = (text: string) => {
    if (text.length > MAX_LOOKED_AT || known.length > MAX_KNOWN) return cover(text);
    let hidden = replaceTokens(text, hide);
    for (const value of known)
      if (hidden.includes(value)) hidden = hidden.replaceAll(value, () => cover(value));
    return hidden;
  };
  return { hide, cover, hideIn };
}
