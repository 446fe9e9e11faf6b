import type { Problem } from '../sim/check/problem.ts';
import {
  countBytes,
  isWeakSecret,
  validatePayload,
  validateSettings,
} from '../sim/check/settings.ts';
import type { JsonObject } from '../sim/json.ts';
import { toPlace } from '../sim/json.ts';

/** What is wrong with a text that was typed; `at` when it is known where. */
export interface TypedProblem {
  readonly message: string;
  readonly at?: { readonly position: number; readonly line: number; readonly column: number };
}

/** What a typed text means, or what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly problem: TypedProblem };

function toRead<T>(value: T, errors: readonly Problem[] = []): Read<T> {
  const [first] = errors;
  return first ? { problem: { message: first.message } } : { value };
}

const check = (change: object) => {
  const checked = validateSettings(change);
  return 'errors' in checked ? checked.errors : [];
};

type Numbers = 'session.lifetime' | 'token.lifetime' | 'token.leeway';

/** Reads seconds: digits, whatever space is around them. */
export function readSeconds(typed: string, setting: Numbers): Read<number> {
  const text = typed.trim();
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  const [part = '', name = ''] = setting.split('.');
  return toRead(value, check({ [part]: { [name]: value } }));
}

/** Reads the session's secrets with one of them as it is typed. */
export function readSessionSecrets(secrets: readonly string[]): Read<readonly string[]> {
  return toRead(secrets, check({ session: { secrets } }));
}

/** Reads the token's secret. */
export const readTokenSecret = (secret: string): Read<string> =>
  toRead(secret, check({ token: { secret } }));

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
