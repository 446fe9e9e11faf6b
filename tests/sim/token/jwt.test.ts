import { describe, expect, test } from 'vitest';
import { readExpiry, signToken, verifyToken } from '../../../src/sim/token/jwt/jwt.ts';

describe('RFC 7515 appendix A.1', () => {
  const TOKEN =
    'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const K =
    'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow';
  const key = new Uint8Array(Buffer.from(K, 'base64url'));
  const EXP = 1300819380;

  test('is accepted before its exp', async () => {
    const claims = { iss: 'joe', exp: EXP, 'http://example.com/is_root': true };
    expect(await verifyToken(TOKEN, key, EXP - 1)).toEqual({ claims, failure: null });
  });

  test.each([EXP, EXP + 1])('is expired at %i', async (now) => {
    expect(await verifyToken(TOKEN, key, now)).toEqual({ claims: null, failure: 'tokenExpired' });
  });

  test('is refused with one bit of the key changed, and with one of its own', async () => {
    const other = Uint8Array.from(key, (byte, i) => (i === 0 ? byte ^ 1 : byte));
    const spoilt = TOKEN.replace('.dBj', '.dBk');
    for (const [token, secret] of [
      [TOKEN, other],
      [spoilt, key],
    ] as const) {
      expect((await verifyToken(token, secret, EXP - 1)).failure).toBe('tokenSignatureInvalid');
    }
  });

  test('shows its expiry unverified', () => {
    expect(readExpiry(TOKEN)).toBe(EXP);
  });
});

const SECRET = 'a secret of more than thirty-two bytes';
const NOW = 1767268800;
const decode = (part: string | undefined) => Buffer.from(part ?? '', 'base64url').toString();

describe('signing', () => {
  test('writes header and payload to the letter', async () => {
    const token = await signToken(SECRET, { id: 'abc123', lifetime: 900, now: NOW });
    const [header, payload, signature] = token.split('.');
    expect(decode(header)).toBe('{"alg":"HS256","typ":"JWT"}');
    expect(decode(payload)).toBe(`{"id":"abc123","iat":${NOW},"exp":${NOW + 900}}`);
    expect(signature).toMatch(/^[\w-]{43}$/);
  });

  test('gives the same bytes each time, and others for other claims or secrets', async () => {
    const claims = { id: 'abc123', lifetime: 900, now: NOW };
    const tokens = await Promise.all([
      signToken(SECRET, claims),
      signToken(SECRET, claims),
      signToken(`${SECRET}!`, claims),
      signToken(SECRET, { ...claims, id: 'abc124' }),
      signToken(SECRET, { ...claims, now: NOW + 1 }),
    ]);
    expect(new Set(tokens).size).toBe(4);
  });

  test.each([
    [899, null],
    [900, 'tokenExpired'],
  ])('is verified %i s later: %s', async (age, failure) => {
    const token = await signToken(SECRET, { id: 'abc123', lifetime: 900, now: NOW });
    expect((await verifyToken(token, SECRET, NOW + age)).failure).toBe(failure);
  });
});
