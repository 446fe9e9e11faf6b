import type { JsonFault } from '../check/fault.ts';

/** A value that JSON text can say. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Deepest nesting that is taken in: an array in an object is depth 2. */
export const MAX_DEPTH = 32;

/** Tells whether a value is an object with string keys, and no array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Tells whether a value nests more deeply than `limit`; does not descend further than that. */
export function isDeeper(value: unknown, limit = MAX_DEPTH): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (limit === 0) return true;
  return Object.values(value).some((item) => isDeeper(item, limit - 1));
}

/** Tells whether all numbers in a value are ones that JSON can write; the value is not deep. */
function isWritable(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value !== 'object') return true;
  return Object.values(value).every(isWritable);
}

export type JsonResult =
  | { readonly value: Json }
  | { readonly fault: JsonFault; readonly position: number };

class Trouble extends Error {
  readonly fault: JsonFault;
  readonly position: number;
  constructor(fault: JsonFault, position: number) {
    super(fault.type);
    this.fault = fault;
    this.position = position;
  }
}

const SPACE = /[ \t\n\r]*/y;
const WORD = /true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const QUOTE = /"/y;
// A long string is taken in parts, or the pattern would need too much stack.
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 section 7 forbids them in strings.
const CHARS = /([^"\\\u0000-\u001f]|\\(["\\/bfnrt]|u[0-9a-fA-F]{4})){1,1000}/y;

/** Checks JSON text and throws at the first place where it goes wrong; JSON.parse says that differently everywhere. */
class Scanner {
  readonly text: string;
  /** Where the names of the outermost object's members stand, by what they say; of equal ones the last. */
  readonly names = new Map<string, number>();
  at = 0;
  constructor(text: string) {
    this.text = text;
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.test(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  #takeString(): boolean {
    const start = this.at;
    if (!this.#take(QUOTE)) return false;
    while (this.#take(CHARS));
    if (this.#take(QUOTE)) return true;
    this.at = start;
    return false;
  }

  #takeChar(char: string): boolean {
    this.#take(SPACE);
    if (this.text[this.at] !== char) return false;
    this.at++;
    return true;
  }

  #expect(char: string): void {
    if (!this.#takeChar(char)) throw new Trouble({ type: 'charMissing', char }, this.at);
  }

  #scanMembers(depth: number): void {
    if (this.#takeChar('}')) return;
    do {
      this.#take(SPACE);
      const start = this.at;
      if (!this.#takeString()) throw new Trouble({ type: 'nameMissing' }, start);
      if (depth === MAX_DEPTH - 1)
        this.names.set(JSON.parse(this.text.slice(start, this.at)) as string, start);
      this.#expect(':');
      this.scanValue(depth);
    } while (this.#takeChar(','));
    this.#expect('}');
  }

  #scanItems(depth: number): void {
    if (this.#takeChar(']')) return;
    do this.scanValue(depth);
    while (this.#takeChar(','));
    this.#expect(']');
  }

  scanValue(depth: number): void {
    this.#take(SPACE);
    const start = this.at;
    const isNested = this.text[start] === '{' || this.text[start] === '[';
    if (isNested && depth === 0) throw new Trouble({ type: 'nestedDeeper', max: MAX_DEPTH }, start);
    if (this.#takeChar('{')) this.#scanMembers(depth - 1);
    else if (this.#takeChar('[')) this.#scanItems(depth - 1);
    else if (!this.#takeString() && !this.#take(WORD)) {
      throw new Trouble({ type: 'valueMissing' }, this.at);
    } else if (!Number.isFinite(Number(this.text.slice(start, this.at)) || 0)) {
      // JSON.parse makes Infinity of it, which JSON cannot write.
      throw new Trouble({ type: 'numberTooLarge' }, start);
    }
  }

  scanEnd(): void {
    this.#take(SPACE);
    if (this.at < this.text.length) throw new Trouble({ type: 'endMissing' }, this.at);
  }
}

function tryParse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Parses JSON text, and tells how and where it goes wrong (offset in UTF-16 units). Never throws. @see RFC 8259 */
export function parseJson(text: string): JsonResult {
  const value = tryParse(text);
  if (value !== undefined && !isDeeper(value) && isWritable(value)) return { value };
  const scanner = new Scanner(text);
  try {
    scanner.scanValue(MAX_DEPTH);
    scanner.scanEnd();
  } catch (error) {
    if (error instanceof Trouble) return { fault: error.fault, position: error.position };
  }
  return { fault: { type: 'noJson' }, position: 0 };
}

/** Finds where the name of an object's member stands in its JSON text, however it is written there. */
export function findMember(text: string, name: string): number | undefined {
  const scanner = new Scanner(text);
  scanner.scanValue(MAX_DEPTH);
  return scanner.names.get(name);
}

/** Says in which line and column of a text an offset lies, both counted from 1, as editors do. */
export function toPlace(
  text: string,
  position: number,
): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, position).split('\n');
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}
