import { describe, expect, test } from 'vitest';
import { readSignedValue, toSignedValue } from '../../../src/sim/session/cookieSignature.ts';

// Made by express-session 1.19.0 with this secret.
const SECRET = 'keyboard cat';
const SID = 'OU7OU2BMwtaUE17bqX3lwoKiC72KCkQn';
const SIGNATURE = '0AtFBvOavGLOag+Mtc0OzjH9rMft2tLkgS25+6uF4wM';
const VALUE = `s:${SID}.${SIGNATURE}`;
const FLIPPED = { 0: '1', O: 'P', M: 'N' } as const;

test('the cookie is that of express-session, percent-encoded', async () => {
  expect(await toSignedValue(SID, SECRET)).toBe(
    `s%3A${SID}.0AtFBvOavGLOag%2BMtc0OzjH9rMft2tLkgS25%2B6uF4wM`,
  );
});

test('and is read again', async () => {
  expect(await readSignedValue(VALUE, [SECRET])).toEqual({ sid: SID });
});

describe('a cookie is refused', () => {
  const invalid = { failure: 'cookieSignatureInvalid' };
  test.each([
    ['with another session ID', `s:${FLIPPED.O}${SID.slice(1)}.${SIGNATURE}`],
    ['with another signature', `s:${SID}.${FLIPPED[0]}${SIGNATURE.slice(1)}`],
    // Decodes to the same 32 bytes; cookie-signature compares the text.
    ['with the last character’s base64 twin', `s:${SID}.${SIGNATURE.slice(0, -1)}${FLIPPED.M}`],
    ['with the signature in base64url', `s:${SID}.${SIGNATURE.replaceAll('+', '-')}`],
    ['with padding', `${VALUE}=`],
    ['with a cut signature', VALUE.slice(0, -1)],
    ['with a dot too many', `s:${SID}..${SIGNATURE}`],
    ['with an empty session ID', `s:.${SIGNATURE}`],
    ['with an empty signature', `s:${SID}.`],
    ['without a signature', `s:${SID}`],
    ['that is empty', 's:'],
  ])('%s', async (_how, value) => {
    expect(await readSignedValue(value, [SECRET])).toEqual(invalid);
  });

  test('under another secret', async () => {
    expect(await readSignedValue(VALUE, ['keyboard dog'])).toEqual(invalid);
    expect(await readSignedValue(VALUE, [])).toEqual(invalid);
  });

  test.each(['', SID, `${SID}.${SIGNATURE}`, `S:${SID}.${SIGNATURE}`, ` ${VALUE}`])(
    'without s: as in %j',
    async (value) => {
      expect(await readSignedValue(value, [SECRET])).toEqual({ failure: 'cookieUnsigned' });
    },
  );
});

test('every secret of the list verifies', async () => {
  expect(await readSignedValue(VALUE, ['new secret', SECRET])).toEqual({ sid: SID });
});

test('the last dot parts ID and signature', async () => {
  const value = decodeURIComponent(await toSignedValue('a.b.c', SECRET));
  expect(await readSignedValue(value, [SECRET])).toEqual({ sid: 'a.b.c' });
});
