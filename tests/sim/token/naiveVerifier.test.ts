import { UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { signToken } from '../../../src/sim/token/jwt/jwt.ts';
import { verifyNaively } from '../../../src/sim/token/verify/naiveVerifier.ts';

const SECRET = 'a secret of more than thirty-two bytes';
const NOW = 1767268800;
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (claims: object, header: object = {}) =>
  `${encode({ alg: 'none', ...header })}.${encode(claims)}.`;
const claims = { id: 'abc123', lifetime: 900, now: NOW };

describe('an unsigned token is believed, but for what it claims', () => {
  test.each([
    ['nothing', {}, {}, null],
    ['an exp to come', { exp: NOW + 1 }, {}, null],
    ['an exp that is now', { exp: NOW }, {}, 'tokenExpired'],
    ['an nbf to come', { nbf: NOW + 1 }, {}, 'tokenNotYetValid'],
    ['the aud that is asked for', { aud: 'shop' }, { audience: 'shop' }, null],
    ['another aud', { aud: 'bank' }, { audience: 'shop' }, 'tokenAudienceWrong'],
    ['another iss', { iss: 'them' }, { issuer: 'us' }, 'tokenIssuerWrong'],
  ] as const)('%s', async (_name, more, rules, failure) => {
    const told = { id: 'abc123', ...more };
    expect(await verifyNaively(unsigned(told), SECRET, NOW, rules)).toEqual({
      claims: failure === null ? told : null,
      failure,
    });
  });

  test('and its typ, where one is asked for', async () => {
    const typ = 'at+jwt';
    const told = { id: 'abc123' };
    const verify = (header: object) => verifyNaively(unsigned(told, header), SECRET, NOW, { typ });
    expect((await verify({ typ })).failure).toBe(null);
    expect((await verify({ typ: 'JWT' })).failure).toBe('tokenTypeWrong');
  });

  test('with a signature it is none', async () => {
    const token = `${new UnsecuredJWT({ id: 'abc123' }).encode()}x`;
    expect(await verifyNaively(token, SECRET, NOW)).toEqual({
      ...{ claims: null, failure: 'tokenClaimsInvalid' },
    });
  });
});

describe('a signed one is verified by the algorithm that it names', () => {
  test.each(['HS256', 'HS384', 'HS512'] as const)('%s', async (alg) => {
    let checked = 0;
    const onCheck = () => {
      checked += 1;
    };
    const token = await signToken(SECRET, claims, { alg, typ: 'JWT' });
    const verified = await verifyNaively(token, SECRET, NOW, { onCheck });
    expect(verified).toEqual({
      claims: { id: 'abc123', iat: NOW, exp: NOW + 900 },
      failure: null,
    });
    expect(checked).toBe(1);
    const other = await verifyNaively(token, `${SECRET}!`, NOW);
    expect(other.failure).toBe('tokenSignatureInvalid');
  });

  test.each([
    [
      'one of a key pair',
      `${encode({ alg: 'RS256' })}.${encode({})}.x`,
      'tokenAlgorithmNotAllowed',
    ],
    ['none at all', 'a.b.c', 'tokenMalformed'],
  ])('%s', async (_name, token, failure) => {
    expect((await verifyNaively(token, SECRET, NOW)).failure).toBe(failure);
  });
});
