import { toBase64url } from '../../../src/sim/bytes/base64.ts';
import { seededBytes } from '../../../src/sim/bytes/seededBytes.ts';
import type { Strategy } from '../../../src/sim/strategy.ts';

// The random values of a run, told once more: what is drawn depends on seed, kind and number alone.

export const drawSid = (seed: string, n: number) => toBase64url(seededBytes(seed, 'sid', n, 24));

export const drawRefreshToken = (seed: string, n: number) =>
  toBase64url(seededBytes(seed, 'refresh', n, 32));

export const drawCsrfToken = (seed: string, n: number) =>
  toBase64url(seededBytes(seed, 'csrf', n, 32));

/** @see RFC 9562 section 5.4 */
export function drawUuid(seed: string, n: number): string {
  const hex = Buffer.from(seededBytes(seed, 'jti', n, 16)).toString('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, variant + hex.slice(17, 20), hex.slice(20)].join('-');
}

export const drawNewSecret = (seed: string, strategy: Strategy, n: number) =>
  toBase64url(seededBytes(seed, `${strategy} secret`, n, 32));

export const drawFirstSecret = (seed: string, strategy: Strategy, server: string) =>
  toBase64url(seededBytes(seed, `${strategy} secret of ${server}`, 0, 32));

/** A session ID in the store of another service. */
export const drawOtherSid = (seed: string) => toBase64url(seededBytes(seed, 'other', 0, 24));

/** A session ID that an attacker makes up. */
export const drawGuess = (seed: string) => toBase64url(seededBytes(seed, 'guess', 0, 24));
