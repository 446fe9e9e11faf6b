import { changeLetter } from './changeLetter.ts';
import { isInClear, isSealedData, readOwnData } from './ownData.ts';
import {
  decodeValue,
  readSessionData,
  readWrittenData,
  replaceSigned,
  splitSigned,
  writeSessionData,
} from './signedCookie.ts';

/** Splits a value at its last dot: a signature stands behind it, percent-encoded or not. */
export function splitRaw(value: string): readonly [string, string] {
  const dot = value.lastIndexOf('.');
  return [value.slice(0, dot), value.slice(dot + 1)];
}

/** Where a seal of iron keeps what it encrypts, between its asterisks: the rest is numbers and salts. */
const IRON_TEXT = 4;

function changeSeal(value: string): string {
  const isEncoded = decodeValue(value) !== value;
  const parts = decodeValue(value).split('*');
  const changed = parts.map((part, i) => (i === IRON_TEXT ? changeLetter(part) : part)).join('*');
  return isEncoded ? encodeURIComponent(changed) : changed;
}

/** Changes the longest text among some members, which is the encrypted one. */
function changeLongest(data: Readonly<Record<string, unknown>>) {
  const toLength = (each: unknown) => (typeof each === 'string' ? each.length : 0);
  const [longest] = Object.entries(data).sort(
    (one, other) => toLength(other[1]) - toLength(one[1]),
  );
  if (!longest || typeof longest[1] !== 'string') return { ...data, forged: true };
  return { ...data, [longest[0]]: changeLetter(longest[1]) };
}

/** A signature among the members that it signs: one more of them it may not be of. */
const SIGNATURE = /^(?:sig|sign|signature|mac|hmac|hash|digest|checksum)$/i;

/** Changes what is encrypted in data, or the signature in it; where there is neither, adds a member. */
function changeData(data: Readonly<Record<string, unknown>>) {
  if (isSealedData(data)) return changeLongest(data);
  const signature = Object.entries(data).find(([name]) => SIGNATURE.test(name));
  return signature && typeof signature[1] === 'string'
    ? { ...data, [signature[0]]: changeLetter(signature[1]) }
    : { ...data, forged: true };
}

/** Returns a value that says something else, written and signed as it was. */
export function changeValue(value: string): string {
  if (/^Fe26\.2\*/.test(decodeValue(value))) return changeSeal(value);
  const written = readWrittenData(value);
  if (written) {
    const [prefix = ''] = /^j:/.exec(splitSigned(value).id) ?? [];
    return replaceSigned(value, prefix + JSON.stringify(changeData(written)));
  }
  const data = readSessionData(value);
  if (data) {
    const [head = '', ...rest] = decodeValue(value).split('.');
    const changed = writeSessionData(changeData(data));
    const kept = head.includes('=') ? changed : changed.replace(/=+$/, '');
    return [kept, ...rest].join('.');
  }
  if (splitSigned(value).signature === null) return changeLetter(value);
  const [head, tail] = splitRaw(value);
  return `${changeLetter(head)}.${tail}`;
}

/** Returns values that say something else than one that holds its own data, and that nobody has signed. */
export function forgeData(value: string): string[] {
  const own = readOwnData(decodeValue(value));
  if (!own) return [];
  const { text, data, write } = own;
  if (data) return [write(JSON.stringify(changeData(data)))];
  // The end is a time, a number or nothing that counts: the beginning says who it is.
  const counted = text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  return [write(`${text}0`), ...(counted === text ? [] : [write(counted)])];
}

/** Changes the signature behind data that stands in the clear; `null` for what is of another kind. */
function changeProof(value: string): string | null {
  if (!isInClear(value)) return null;
  const [, head = '', proof = ''] = /^(.*[.:|~])(.*)$/.exec(value) ?? [];
  return head + changeLetter(proof);
}

/** Lists forgeries of a value: each is refused by a server that checks what it is given. */
export function listForgeries(value: string): string[] {
  const isEncoded = decodeValue(value) !== value;
  const isOther = readWrittenData(value) !== null || readSessionData(value) !== null;
  const written = isOther ? [] : forgeData(value);
  const proof = isOther ? null : changeProof(decodeValue(value));
  const more = proof === null ? written : [...written, proof];
  return [changeValue(value), ...more.map((each) => (isEncoded ? encodeURIComponent(each) : each))];
}
