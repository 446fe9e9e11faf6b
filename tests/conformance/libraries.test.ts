import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import jwt from 'jsonwebtoken';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import type { JsonObject } from '../../src/sim/bytes/json.ts';
import type { SettingsChange } from '../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import { findJoseReason } from '../../src/sim/token/verify/library.ts';
import { findDifferences } from './harness/player.ts';

const INHERITED = Object.getOwnPropertyNames(Object.prototype).filter(
  (name) => name !== '__proto__',
);
const { publicKey, privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** Whether jsonwebtoken takes back what it signed. */
function signsAndTakes(payload: JsonObject, secret: string): boolean {
  try {
    const token = jwt.sign({ id: 'ada', ...payload }, secret, { algorithm: 'HS256' });
    jwt.verify(token, secret, { algorithms: ['HS256'] });
    return true;
  } catch {
    return false;
  }
}

const needsJose = (change: SettingsChange, actions: readonly Action[] = []) =>
  findJoseReason(changeSettings(change), actions) !== null;

describe('a run has jose in its token server where jsonwebtoken', () => {
  const secret = 'a secret of at least thirty-two bytes';

  test.each(INHERITED)('cannot sign a member named %s', (name) => {
    expect(signsAndTakes({ [name]: 1 }, secret)).toBe(false);
    expect(needsJose({ payload: { [name]: 1 } })).toBe(true);
  });

  test('cannot sign, and nowhere else for a payload', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...INHERITED, 'sub'));
    const payloads = fc.dictionary(name, fc.jsonValue({ maxDepth: 1 }), { noNullPrototype: true });
    const reserved = ['__proto__', 'exp', 'iat', 'nbf', 'aud', 'iss', 'jti'];
    const holds = fc.property(payloads, (drawn) => {
      const payload = drawn as JsonObject;
      fc.pre(!reserved.some((key) => Object.hasOwn(payload, key)));
      expect(needsJose({ payload })).toBe(!signsAndTakes(payload, secret));
    });
    fc.assert(holds, { numRuns: 300 });
  });

  test.each([
    ['public', publicKey],
    ['private', privateKey],
  ])('takes a %s PEM for no secret', (_, pem) => {
    expect(signsAndTakes({}, pem)).toBe(false);
    expect(needsJose({ token: { secret: pem } })).toBe(true);
    expect(needsJose({ second: { tokenSecret: pem } })).toBe(true);
    // Not where the servers draw their own.
    expect(needsJose({ token: { secret: pem }, secretAtBoot: 'random' })).toBe(false);
  });

  test('takes any other secret', () => {
    const holds = fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      expect(signsAndTakes({}, text)).toBe(true);
      expect(needsJose({ token: { secret: text } })).toBe(false);
    });
    fc.assert(holds, { numRuns: 300 });
  });
});

const ACTIONS: readonly Action[] = [
  { type: 'login' },
  { type: 'request' },
  { type: 'tamper', part: 'lastLetter' },
  { type: 'tamper', part: 'payload' },
  { type: 'forge', how: 'unsigned' },
  { type: 'forge', how: 'otherAlgorithm' },
  { type: 'rotateSecret', how: 'add' },
  { type: 'request' },
  { type: 'logout' },
];
const INHERITED_TWICE = { constructor: { toString: 'x' }, valueOf: null };

test.each<[string, SettingsChange]>([
  ['members of Object.prototype', { payload: INHERITED_TWICE }],
  ['a public PEM', { token: { secret: publicKey } }],
  ['a private PEM', { token: { secret: privateKey } }],
  ['a naive verifier, and both', { payload: INHERITED_TWICE, token: { verifier: 'naive' } }],
  [
    'all designs at once',
    {
      payload: INHERITED_TWICE,
      token: {
        ...{ secret: publicKey, kid: true, denyList: true, refreshLifetime: 300, leeway: 30 },
        ...{ notBefore: 0, audience: 'shop', issuer: 'us', keptIn: 'cookie' },
      },
    },
  ],
])('the engine and a server with jose agree on %s', async (_, change) => {
  const settings = changeSettings(change);
  expect(await findDifferences({ settings, actions: ACTIONS })).toEqual([]);
});
