import jwt from 'jsonwebtoken';
import { expect, test } from 'vitest';
import type { Action } from '../../src/sim/action.ts';
import type { SettingsChange } from '../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../src/sim/scenarios/toScenarios.ts';
import type { TokenSettings } from '../../src/sim/settings.ts';
import { decodeOnly } from '../../src/sim/token/verify/decodingVerifier.ts';
import { run } from '../sim/runs.ts';
import { BAD_TOKENS, GOOD } from './badTokens.ts';
import { findDifferences } from './harness/player.ts';

const WITHOUT_SIGNATURE = ['signature', 'payload', 'lastLetter'] as const;
const MADE = ['unsigned', 'otherSecret', 'otherAlgorithm', 'otherService'] as const;

/** All that a verifier would refuse, and what it would not. */
const TRIED: readonly Action[] = [
  { type: 'login' },
  ...WITHOUT_SIGNATURE.flatMap((part): Action[] => [{ type: 'tamper', part }, { type: 'request' }]),
  ...MADE.map((how): Action => ({ type: 'forge', how })),
  { type: 'login' },
  { type: 'steal' },
  { type: 'request' },
  { type: 'rotateSecret', how: 'replace' },
  { type: 'request' },
  { type: 'wait', seconds: 3600 },
  { type: 'request' },
  { type: 'replay' },
  { type: 'logout' },
  { type: 'replay' },
];

const decoding = (token: Partial<TokenSettings>, more: SettingsChange = {}) =>
  changeSettings({ ...more, token: { ...token, verifier: 'decode' } });

test.each<[string, Partial<TokenSettings>, SettingsChange?]>([
  ['a server that decodes', {}],
  ['one with a deny-list', { denyList: true }],
  ['one that compares iat', { comparesIat: true }],
  ['one with the token in a cookie', { keptIn: 'cookie' }],
  ['one that names aud, iss and typ', { audience: 'shop', issuer: 'us', checkTyp: true }],
  ['one that writes nbf and kid', { notBefore: 30, kid: true }],
  ['one with refresh tokens that are JWTs', { refreshLifetime: 600, refreshFormat: 'jwt' }],
  ['one with a role in its tokens', {}, { user: { role: 'user' } }],
])('%s sends what the real one sends', async (_, token, more) => {
  const settings = decoding(token, more);
  expect(await findDifferences({ settings, actions: TRIED })).toEqual([]);
});

test('what is tried above is let in, other than by a verifier', async () => {
  const outcomes = async (verifier: TokenSettings['verifier']) => {
    const { frames } = await run(TRIED, { token: { verifier } });
    return frames.flatMap(({ kind, token: { outcome } }) =>
      /^(tamper|forge|request|replay)\.respond$/.test(kind) ? [outcome.status] : [],
    );
  };
  const decoded = await outcomes('decode');
  expect(decoded.length).toBeGreaterThan(10);
  expect(new Set(decoded)).toEqual(new Set([200]));
  expect((await outcomes('library')).filter((status) => status === 401).length).toBeGreaterThan(6);
});

/** What the real server makes of a token: nothing of what is no JWT, or names no user. */
function readByDecode(token: string): string | null {
  try {
    const claims = jwt.decode(token);
    const id = claims !== null && typeof claims === 'object' ? Object(claims).id : null;
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

/** jsonwebtoken takes any JSON for a header that is more than a plain value; jose wants an object. */
const LENIENT = 'a header that is an array';
const DECODED = BAD_TOKENS.filter(({ name }) => name !== LENIENT);

test.each([{ name: 'a good one', token: GOOD }, ...DECODED])(
  'the engine decodes as jsonwebtoken does: $name',
  ({ token }) => {
    const id = decodeOnly(token).claims?.id;
    expect(typeof id === 'string' ? id : null).toBe(readByDecode(token));
  },
);
