import { isInClear, isSealedData, readOwnData } from './ownData.ts';
import { decodeValue, isEncrypted, readSessionData } from './signedCookie.ts';

/** Forms of libraries that put what they keep into the value, encrypted. */
const SEALS = [
  // iron-session, hapi and h3; PASETO; Fernet; ASP.NET.
  /^Fe26\.2\*/,
  /^v[1-4]\.local\.[\w-]+/,
  /^gAAAAA[\w-]{90,}={0,2}$/,
  /^CfDJ8[\w-]{60,}$/,
  // Rails; @fastify/secure-session; client-sessions.
  /^[A-Za-z0-9+/=]+--[A-Za-z0-9+/]{16}--[A-Za-z0-9+/]{22}==$/,
  /^[A-Za-z0-9+/=]{40,};[A-Za-z0-9+/]{32}$/,
  /^[\w-]{22}\.[\w-]+\.\d{13}\.\d+\.[\w-]{43}$/,
];

/** Where what a value stands for is kept. */
export type Holding =
  /** In the value, for everybody to read. */
  | 'open'
  /** In the value, for the server to read. */
  | 'sealed'
  /** At the server: there is no room for it in the value. */
  | 'looked up'
  /** It is long enough to hold something, and nobody else can tell. */
  | 'unknown';

/** More characters than these an ID of 32 bytes does not need, in base64 and in hex. */
const LONGEST_ID = 43;
const LONGEST_HEX = 64;
const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi;
const TIME = /\b\d{10,13}\b/g;

/** Tells where that is kept which a cookie's value or a token stands for, as far as its form shows. */
export function readHolding(value: string): Holding {
  const text = decodeValue(value);
  if (isEncrypted(text) || SEALS.some((seal) => seal.test(text))) return 'sealed';
  const data = readSessionData(text) ?? readOwnData(text)?.data;
  if (data) return isSealedData(data) ? 'sealed' : 'open';
  if (readOwnData(text) || isInClear(text)) return 'open';
  const rest = text.replace(UUID, '').replace(TIME, '');
  const longest = /^[\da-f]*$/i.test(rest) ? LONGEST_HEX : LONGEST_ID;
  return rest.length <= longest ? 'looked up' : 'unknown';
}

/** Tells whether a value holds what it stands for. */
export const holdsItself = (value: string): boolean =>
  ['open', 'sealed'].includes(readHolding(value));
