import { createHmac } from 'node:crypto';
import { isObject } from '../wire/reply.ts';

type Members = Readonly<Record<string, unknown>>;

/** A value that holds its own data, readable in base64, with whatever proves it behind it. */
export interface OwnData {
  /** As it stands in the value. */
  readonly raw: string;
  readonly text: string;
  /** `null`: it is a text that is no JSON. */
  readonly data: Members | null;
  /** What stands behind it, from the separator on: most likely a signature. */
  readonly tail: string;
  /** Writes another text in its place, and leaves the rest as it is. */
  write(text: string): string;
}

/** Between data and signature: as JWS, itsdangerous and Django have it, and many by hand; and as Rails. */
const SEPARATOR = /([.:~|])/;
const DASHES = /(--)/;
/** A text that is meant to be taken apart, and nothing that came out of an ID by chance. */
const WRITTEN = /^[\x20-\x7e]*[:|,;=&@ ][\x20-\x7e]*$/;
/** Bytes of the signature that a public PASETO has behind its JSON, by version. */
const PASETO_SIGNATURES = [64, 96, 256];

const toUrlSafe = (text: string) =>
  text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');

/** Reads base64 of either alphabet; `null` for what nobody wrote as it. */
function readBytes(part: string): Buffer | null {
  if (part.length < 4 || !/^[\w+/-]+={0,2}$/.test(part)) return null;
  const bytes = Buffer.from(part, 'base64');
  return bytes.toString('base64url') === toUrlSafe(part) ? bytes : null;
}

function parseMembers(text: string): Members | null {
  try {
    const data: unknown = JSON.parse(text);
    return isObject(data) && !Array.isArray(data) ? (data as Members) : null;
  } catch {
    return null;
  }
}

/** Writes bytes in the alphabet of what was there. */
const writeLike = (like: string, bytes: Buffer) =>
  /[=+/]/.test(like) ? bytes.toString('base64') : bytes.toString('base64url');

/** Fills a text up to a length that needs no padding, so that it does not matter whether any is wanted. */
function fillUp(text: string, filler: string): string {
  const rest = Buffer.byteLength(text) % 3;
  return rest === 0 ? text : text + filler.repeat(3 - rest);
}

/** Reads the data that a value holds itself, in base64; `null` when there is none that can be read. */
export function readOwnData(value: string): OwnData | null {
  // Two dashes stand in many a signature in base64url by chance.
  const pieces = value.split(SEPARATOR.test(value) ? SEPARATOR : DASHES);
  const isPaseto = /^v[1-4]\.public\./.test(value);
  for (const [i, raw] of pieces.entries()) {
    const bytes = i % 2 === 0 ? readBytes(raw) : null;
    if (!bytes) continue;
    const sizes = isPaseto ? PASETO_SIGNATURES : [0];
    for (const size of sizes) {
      const [body, proof] = [
        bytes.subarray(0, bytes.length - size),
        bytes.subarray(bytes.length - size),
      ];
      const text = body.toString('utf8');
      const data = parseMembers(text);
      if (!data && !(i === 0 && bytes.length > 3 && WRITTEN.test(text))) continue;
      const head = pieces.slice(0, i).join('');
      const tail = pieces.slice(i + 1).join('');
      const write = (written: string) => {
        const whole = Buffer.concat([Buffer.from(fillUp(written, data ? ' ' : '0')), proof]);
        return head + writeLike(raw, whole) + tail;
      };
      return { raw, text, data, tail, write };
    }
  }
  return null;
}

/** Tells a value that says in the clear for whom it is and until when, as `ada:1764200000:signature`. */
export function isInClear(value: string): boolean {
  const parts = value.split(/[.:|~]/);
  const isTime = (part: string) => /^\d{10}(?:\d{3})?$/.test(part);
  return parts.length > 2 && parts.slice(0, -1).some(isTime);
}

/** Tells data that is readable on the outside only: what counts in it is encrypted. */
export const isSealedData = (data: Members): boolean =>
  ['iv', 'nonce', 'ciphertext'].some((name) => name in data);

/** What an HMAC may be made with, and how it may be written: nobody has said. */
const HASHES = ['sha256', 'sha512', 'sha1'] as const;
const WRITINGS: readonly ((mac: Buffer) => string)[] = [
  (mac) => mac.toString('hex'),
  (mac) => mac.toString('base64url'),
  (mac) => mac.toString('base64'),
  (mac) => mac.toString('base64').replace(/=+$/, ''),
];

/**
 * Signs a value that holds its own data as another one of its kind is signed, the data as it stands or
 * what it says; `null` when the secret is not the other one's.
 */
export function signOwnData(signed: string, secret: string, value = signed): string | null {
  const [like, own] = [readOwnData(signed), readOwnData(value)];
  if (!like || !own) return null;
  const [, separator = '', given = ''] = /^(--|[.:~|])(.+)$/.exec(like.tail) ?? [];
  for (const hash of HASHES) {
    for (const part of ['raw', 'text'] as const) {
      const toMac = (data: OwnData) => createHmac(hash, secret).update(data[part]).digest();
      const mac = toMac(like);
      const write = WRITINGS.find((each) => each(mac) === given);
      if (!write) continue;
      return value.slice(0, value.length - own.tail.length) + separator + write(toMac(own));
    }
  }
  return null;
}
