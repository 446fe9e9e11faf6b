import { describe, expect, test } from 'vitest';
import { FAILURE_CODES } from '../../../src/sim/outcome.ts';
import { toChallenge } from '../../../src/sim/token/answers.ts';
import { readBearer } from '../../../src/sim/token/verify/bearer.ts';

describe('reading the Authorization field', () => {
  // RFC 6750 section 2.1; the scheme's case does not matter, RFC 9110 section 11.1.
  test.each([
    ['Bearer mF_9.B5f-4.1JqM', 'mF_9.B5f-4.1JqM'],
    ['bearer mF_9.B5f-4.1JqM', 'mF_9.B5f-4.1JqM'],
    ['BEARER x', 'x'],
    ['Bearer Bearer x', 'Bearer x'],
    ['Bearer  x', ' x'],
  ])('%j holds %j', (value, token) => {
    expect(readBearer(value)).toBe(token);
  });

  test.each([
    null,
    '',
    'Bearer',
    'Bearer ',
    'Bearerx y',
    'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
    'mF_9.B5f-4.1JqM',
    'Token Bearer x',
  ])('%j holds no token', (value) => {
    expect(readBearer(value)).toBe(null);
  });
});

// RFC 6750 section 3.1: a request that brought no token is told no error.
describe('the challenge', () => {
  const refusals = FAILURE_CODES.filter(
    (code) => code.startsWith('token') && code !== 'tokenMissing',
  );

  test.each(refusals)('after %s names the error', (failure) => {
    expect(toChallenge(failure)).toBe('Bearer realm="authtrace", error="invalid_token"');
  });

  test.each(['tokenMissing', 'wrongPassword'] as const)('after %s names none', (failure) => {
    expect(toChallenge(failure)).toBe('Bearer realm="authtrace"');
  });
});
