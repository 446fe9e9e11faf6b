import { fromBase64 } from '../../../sim/bytes/base64.ts';

/** What is wrong with a part, the first thing that is. */
export type PartProblem =
  | { readonly type: 'missing' }
  | { readonly type: 'letter'; readonly letter: string; readonly at: number }
  | { readonly type: 'standardBase64' }
  | { readonly type: 'padding' }
  | { readonly type: 'length' }
  | { readonly type: 'utf8' }
  | { readonly type: 'json' }
  | { readonly type: 'notObject' };

export type JsonMembers = Readonly<Record<string, unknown>>;

/** A part that holds JSON, decoded as far as it can be. */
export interface TokenPart {
  readonly problem: PartProblem | null;
  /** What it decodes to; '' where nothing does. */
  readonly text: string;
  /** `null` where that is no JSON object. */
  readonly json: JsonMembers | null;
}

/** What a text is, by its parts: signed, encrypted, or neither. @see RFC 7515 section 3.1, RFC 7516 section 3.1 */
export type TokenKind = 'jws' | 'jwe' | 'other';

/** A token taken apart; nothing is verified. */
export interface ReadToken {
  /** The token without what stood around it. */
  readonly token: string;
  /** Something else stood around it: a field’s name, quotation marks, the rest of a line. */
  readonly hadAround: boolean;
  /** White space or line ends stood in it. */
  readonly wasBroken: boolean;
  readonly kind: TokenKind;
  readonly parts: number;
  readonly header: TokenPart;
  /** `null` where it is encrypted. */
  readonly payload: TokenPart | null;
  readonly signature: { readonly text: string; readonly problem: PartProblem | null };
}

/** Longest token that is read, in UTF-16 units: no header field may be as long. */
export const MAX_TOKEN = 20_000;

const AROUND = /^\s*(?:authorization\s*:\s*)?(?:(?:bearer|jwt|token)\s+)?["'`“„«‘]?/i;
const AFTER = /(?:["'`;,”“»’…]|\.{2,3}){1,3}$/;
/** What is copied along, and is not seen; and how a terminal breaks a line. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]|\\(?=\s*\n)/g;
/** What no token has, nor a broken one: it stands in something larger. */
const LARGER = /[;,:"'`&<>{}?#]|=(?=[^=.\s])/;
/** A token in something larger: behind what ends a name, up to what ends a value. */
const WITHIN = /(?<=^|[\s"'`=:;,&?#/({[<>]|%20|%3A)eyJ[^\s"'`;,&<>(){}[\]\\#]*/;
/** A whole token, and behind it another one. */
const FIRST_OF_TWO = /^(eyJ[\w-]+\.[\w-]+\.[\w-]*)\s+eyJ[\w-]+\.[\w-]+\./;
/** A cookie that cookie-parser has signed: the token, and behind a last dot the cookie's own signature. */
const SIGNED = /(?:^|[\s"'`=;,])s(?::|%3A)(eyJ[\w-]+\.[\w-]+\.[\w-]*)\.[\w+/%=-]+/;

/** Takes a token out of what was copied with it. */
function takeOut(text: string): string {
  const inCookie = SIGNED.exec(text)?.[1];
  if (inCookie !== undefined) return inCookie;
  const bare = text.replace(AROUND, '').replace(AFTER, '');
  const first = FIRST_OF_TWO.exec(bare)?.[1];
  if (first !== undefined) return first;
  if (bare.startsWith('eyJ') && !LARGER.test(bare)) return bare;
  return WITHIN.exec(bare)?.[0] ?? bare;
}

function findProblem(text: string): PartProblem | null {
  if (text === '') return { type: 'missing' };
  const plain = text.replace(/={1,4}$/, '');
  const at = plain.search(/[^\w+/-]/);
  if (at >= 0)
    return { type: 'letter', letter: String.fromCodePoint(plain.codePointAt(at) ?? 0), at };
  if (/[+/]/.test(plain)) return { type: 'standardBase64' };
  if (plain !== text) return { type: 'padding' };
  return plain.length % 4 === 1 ? { type: 'length' } : null;
}

/** Decodes what comes before the first letter that is none of base64’s. */
function decodeSome(text: string): Uint8Array {
  const plain = /^[\w+/-]*/.exec(text)?.[0] ?? '';
  const whole = plain.length % 4 === 1 ? plain.slice(0, -1) : plain;
  return fromBase64(whole) ?? new Uint8Array();
}

function readUtf8(bytes: Uint8Array): readonly [text: string, isWhole: boolean] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return [text, true];
  } catch {
    return [text, false];
  }
}

const isMembers = (value: unknown): value is JsonMembers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Json =
  | { readonly json: JsonMembers; readonly problem: null }
  | { readonly json: null; readonly problem: PartProblem };

function readJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    if (isMembers(value)) return { json: value, problem: null };
    return { json: null, problem: { type: 'notObject' } };
  } catch {
    return { json: null, problem: { type: 'json' } };
  }
}

function readPart(encoded: string): TokenPart {
  const problem = findProblem(encoded);
  if (problem?.type === 'missing') return { problem, text: '', json: null };
  const [text, isWhole] = readUtf8(decodeSome(encoded));
  const read = readJson(text);
  const own: PartProblem | null = isWhole ? read.problem : { type: 'utf8' };
  return { problem: problem ?? own, text, json: read.json };
}

/** Takes a token apart as far as it can be, also a broken one, with what was copied around it. */
export function readToken(pasted: string): ReadToken {
  const given = pasted.slice(0, MAX_TOKEN).trim();
  const text = given.replace(UNSEEN, '');
  const copied = takeOut(text);
  const token = copied.replace(/\s+/g, '');
  const parts = token.split('.');
  const kind: TokenKind = parts.length === 5 ? 'jwe' : parts.length > 1 ? 'jws' : 'other';
  const [header = '', payload = '', signature = ''] = parts;
  return {
    token,
    hadAround: copied !== text,
    wasBroken: token !== copied || text !== given,
    kind,
    parts: parts.length,
    header: readPart(header),
    payload: kind === 'jwe' ? null : readPart(payload),
    signature: { text: signature, problem: findProblem(signature) },
  };
}
