import { toBase64url } from '../../../sim/bytes/base64.ts';
import { CryptoUnavailableError } from '../../../sim/bytes/hmac.ts';
import { signText, toHmacAlgorithm } from './hmac.ts';
import type { SecretForm } from './verdict.ts';
import { toKey } from './verdict.ts';

/** Header and payload of a token as somebody has edited them, JSON texts. */
export interface TokenDraft {
  readonly header: string;
  readonly payload: string;
}

/** Why an edited token cannot be made. */
export type ChangeProblem = 'header' | 'payload' | 'algorithm' | 'secret' | 'crypto';

export type Changed =
  | { readonly token: string; readonly problem: null }
  | { readonly token: null; readonly problem: ChangeProblem };

const toProblem = (problem: ChangeProblem): Changed => ({ token: null, problem });

/** Writes JSON text without its spaces, in base64url; `null` for what is no object. */
function encode(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return toBase64url(new TextEncoder().encode(JSON.stringify(value)));
  } catch {
    return null;
  }
}

/** Puts edited parts into a token, and keeps its old signature, as whoever has no secret would. */
export function tamper(draft: TokenDraft, signature: string): Changed {
  const [header, payload] = [encode(draft.header), encode(draft.payload)];
  if (header === null) return toProblem('header');
  if (payload === null) return toProblem('payload');
  return { token: `${header}.${payload}.${signature}`, problem: null };
}

/** Signs edited parts with a secret. */
export async function signAgain(
  draft: TokenDraft,
  secret: string,
  form: SecretForm,
): Promise<Changed> {
  const unsigned = tamper(draft, '');
  if (unsigned.token === null) return unsigned;
  const algorithm = toHmacAlgorithm((JSON.parse(draft.header) as Record<string, unknown>).alg);
  const key = toKey(secret, form);
  if (algorithm === null) return toProblem('algorithm');
  if (key === null || secret === '') return toProblem('secret');
  const input = unsigned.token.slice(0, -1);
  try {
    return { token: `${input}.${await signText(key, algorithm, input)}`, problem: null };
  } catch (error) {
    if (error instanceof CryptoUnavailableError) return toProblem('crypto');
    throw error;
  }
}

/** Makes a token to look at, which was issued five minutes before and holds for ten more. */
export async function makeExample(secret: string, now: number): Promise<string> {
  const payload = { id: 'abc123', role: 'user', iat: now - 300, exp: now + 600 };
  const draft = { header: '{"alg":"HS256","typ":"JWT"}', payload: JSON.stringify(payload) };
  const { token } = await signAgain(draft, secret, 'text');
  return token ?? tamper(draft, '').token ?? '';
}
