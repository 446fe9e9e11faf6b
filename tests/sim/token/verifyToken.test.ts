import { SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { readExpiry, verifyToken } from '../../../src/sim/token/jwt/jwt.ts';

const SECRET = 'a secret of more than thirty-two bytes';
const key = new TextEncoder().encode(SECRET);
const NOW = 1767268800;

const sign = (claims: object, header: object = {}) =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256', ...header }).sign(key);
const good = await sign({ id: 'abc123' });
const [header, payload, signature] = good.split('.');
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('accepts a token without exp', async () => {
  expect(await verifyToken(good, SECRET, NOW)).toEqual({ claims: { id: 'abc123' }, failure: null });
  expect(readExpiry(good)).toBe(null);
});

test.each([
  ['nothing', '', 'tokenMalformed'],
  ['two parts', `${header}.${payload}`, 'tokenMalformed'],
  ['four parts', `${good}.x`, 'tokenMalformed'],
  ['Bearer left in', `Bearer ${good}`, 'tokenMalformed'],
  ['a header that is no JSON', `e30x.${payload}.${signature}`, 'tokenMalformed'],
  ['another payload', `${header}.${encode({ id: 'root' })}.${signature}`, 'tokenSignatureInvalid'],
  ['no signature', `${header}.${payload}.`, 'tokenSignatureInvalid'],
  [
    'another secret',
    await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32, 1)),
    'tokenSignatureInvalid',
  ],
  ['alg none', new UnsecuredJWT({ id: 'abc123' }).encode(), 'tokenAlgorithmNotAllowed'],
  [
    'alg none and a signature',
    `${encode({ alg: 'none' })}.${payload}.${signature}`,
    'tokenAlgorithmNotAllowed',
  ],
  ['HS512', await sign({}, { alg: 'HS512' }), 'tokenAlgorithmNotAllowed'],
  ['RS256', `${encode({ alg: 'RS256' })}.${payload}.${signature}`, 'tokenAlgorithmNotAllowed'],
  [
    'an unknown crit',
    `${encode({ alg: 'HS256', crit: ['x'], x: 1 })}.${payload}.${signature}`,
    'tokenUnsupported',
  ],
  ['nbf to come', await sign({ nbf: NOW + 1 }), 'tokenNotYetValid'],
  ['exp that is no number', await sign({ exp: 'soon' as unknown as number }), 'tokenClaimsInvalid'],
  ['exp passed', await sign({ exp: NOW - 1 }), 'tokenExpired'],
  ['exp now', await sign({ exp: NOW }), 'tokenExpired'],
] as const)('refuses %s', async (_name, token, failure) => {
  expect(await verifyToken(token, SECRET, NOW)).toEqual({ claims: null, failure });
});

test('throws what is no verdict on the token', async () => {
  await expect(verifyToken(good, '', NOW)).rejects.toThrow(/key/i);
});

test.each(['', 'x', 'a.b.c', `${header}.bnVsbA.${signature}`])('%j has no expiry', (token) => {
  expect(readExpiry(token)).toBe(null);
});
