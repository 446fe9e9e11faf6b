import fc from 'fast-check';
import jwt from 'jsonwebtoken';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/sim/settings.ts';
import { signToken, verifyToken } from '../../src/sim/token/jwt/jwt.ts';
import { atTime } from './harness/clock.ts';

const { start } = DEFAULT_SETTINGS;
const OPTIONS = { algorithms: ['HS256'] };

const claims = fc.record({
  secret: fc.string({ minLength: 1, maxLength: 80, unit: 'binary' }),
  id: fc.string({ unit: 'binary' }),
  lifetime: fc.integer({ min: 1, max: 10 ** 9 }),
  now: fc.integer({ min: 1, max: 4 * 10 ** 9 }),
});

interface Given {
  readonly secret: string;
  readonly id: string;
  readonly lifetime: number;
  readonly now: number;
}

const check = (holds: (given: Given) => Promise<void>) =>
  fc.assert(fc.asyncProperty(claims, (given) => atTime(given.now, () => holds(given))));

const signForReal = (id: string, secret: string, expiresIn: number) =>
  jwt.sign({ id }, secret, { algorithm: 'HS256', expiresIn });

test('the engine signs byte for byte what jsonwebtoken signs', () =>
  check(async ({ secret, id, lifetime, now }) => {
    expect(await signToken(secret, { id, lifetime, now })).toBe(signForReal(id, secret, lifetime));
  }));

test("jsonwebtoken accepts the engine's token", () =>
  check(async ({ secret, id, lifetime, now }) => {
    const token = await signToken(secret, { id, lifetime, now });
    expect(jwt.verify(token, secret, OPTIONS)).toEqual({ id, iat: now, exp: now + lifetime });
  }));

test("the engine accepts jsonwebtoken's token until the second of its exp", () =>
  check(async ({ secret, id, lifetime, now }) => {
    const token = signForReal(id, secret, lifetime);
    const { claims: read } = await verifyToken(token, secret, now + lifetime - 1);
    expect(read).toEqual({ id, iat: now, exp: now + lifetime });
    expect(await verifyToken(token, secret, now + lifetime)).toEqual({
      claims: null,
      failure: 'tokenExpired',
    });
  }));

test('both refuse a token with any single bit of a letter changed, save twins of the last one', () =>
  atTime(start, async () => {
    const { secret, lifetime } = DEFAULT_SETTINGS.token;
    const token = await signToken(secret, { id: 'abc123', lifetime, now: start });
    const onlyEngine: string[] = [];
    for (let i = 0; i < token.length * 7; i++) {
      const at = Math.floor(i / 7);
      const letter = String.fromCharCode(token.charCodeAt(at) ^ (1 << (i % 7)));
      const changed = token.slice(0, at) + letter + token.slice(at + 1);
      expect(() => jwt.verify(changed, secret, OPTIONS)).toThrow();
      const { failure } = await verifyToken(changed, secret, start);
      if (failure === null) onlyEngine.push(changed.slice(0, -1));
    }
    // 43 letters carry 258 bits, the MAC has 256: jose decodes, and two bits of the last letter
    // are nobody's. jsonwebtoken compares the text. See `the last letter's twin` in badTokens.ts.
    expect(new Set(onlyEngine)).toEqual(new Set([token.slice(0, -1)]));
  }));
