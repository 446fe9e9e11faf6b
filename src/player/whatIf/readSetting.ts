import { countBytes } from '../../sim/check/bytes.ts';
import type { Problem } from '../../sim/check/problem.ts';
import {
  findBadInSecret,
  isWeakSecret,
  validatePayload,
  validateSettings,
} from '../../sim/check/settings.ts';
import type { JsonObject } from '../../sim/json.ts';
import { toPlace } from '../../sim/json.ts';

/** What is wrong with a text that was typed; `at` when it is known where. */
export interface TypedProblem {
  readonly message: string;
  /** A field of one line has no number for it. */
  readonly at?: { readonly position: number; readonly line?: number; readonly column: number };
}

/** What a typed text means, or what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly problem: TypedProblem };

/** Reads a line: its value, or the first error and the offset of what is wrong. */
function toRead<T>(
  value: T,
  [first]: readonly Problem[],
  typed: string,
  position: number | undefined,
): Read<T> {
  if (!first) return { value };
  const { message } = first;
  if (position === undefined) return { problem: { message } };
  return { problem: { message, at: { position, column: toPlace(typed, position).column } } };
}

const check = (change: object) => {
  const checked = validateSettings(change);
  return 'errors' in checked ? checked.errors : [];
};

type Numbers = 'session.lifetime' | 'session.absoluteLifetime' | 'token.lifetime' | 'token.leeway';

/** As much of a text as can be the beginning of seconds. */
const SECONDS = /^\s*([+-]?\d+\s*|[+-]?)/;

/** Finds the character that is no part of seconds, or the number, where it is one out of range. */
function findBadInSeconds(typed: string): number | undefined {
  if (typed.trim() === '') return undefined;
  const { length } = SECONDS.exec(typed)?.[0] ?? '';
  return length < typed.length || !/\d/.test(typed) ? length : typed.search(/\S/);
}

/** Reads seconds: digits, whatever space is around them. */
export function readSeconds(typed: string, setting: Numbers): Read<number> {
  const text = typed.trim();
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  const [part = '', name = ''] = setting.split('.');
  return toRead(value, check({ [part]: { [name]: value } }), typed, findBadInSeconds(typed));
}

/** Reads one of the session's secrets, which stands among these. */
export const readSessionSecret = (secret: string, secrets: readonly string[]): Read<string> =>
  toRead(secret, check({ session: { secrets } }), secret, findBadInSecret(secret));

/** Reads the token's secret. */
export const readTokenSecret = (secret: string): Read<string> =>
  toRead(secret, check({ token: { secret } }), secret, findBadInSecret(secret));

/** Reads the payload; an empty text is none. */
export function readPayload(typed: string): Read<JsonObject | undefined> {
  if (typed.trim() === '') return { value: undefined };
  const read = validatePayload(typed);
  if ('payload' in read) return { value: read.payload };
  const { message = '', position } = read.errors[0] ?? {};
  if (position === undefined) return { problem: { message } };
  return { problem: { message, at: { position, ...toPlace(typed, position) } } };
}

/** Weighs a secret: its bytes, and whether they are so few that it can be guessed. */
export const weighSecret = (secret: string) => ({
  bytes: countBytes(secret),
  isSmall: isWeakSecret(secret),
});
