import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { openTelling } from '../../../src/lesson/tell.ts';
import type { Action } from '../../../src/sim/action.ts';
import type { SettingsChange } from '../../../src/sim/scenarios/toScenarios.ts';
import { changeSettings } from '../../../src/sim/scenarios/toScenarios.ts';
import { runScenario } from '../../../src/sim/trace.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** Lists the kinds of the steps whose token's sentence names jsonwebtoken, and what it says it would answer. */
async function listSaid(change: SettingsChange, isFolded: boolean) {
  const fold = isFolded ? { fold: true } : {};
  const actions = (['login', 'request', 'logout'] as const).map(
    (type) => ({ type, ...fold }) as Action,
  );
  const settings = changeSettings(change);
  const trace = await runScenario({ id: 'said', title: '', question: '', settings, actions });
  const told = openTelling(trace);
  return trace.frames.flatMap(({ step, kind }) => {
    expect(toPlainText(told.at(step).session.sentence)).not.toMatch(/jsonwebtoken/);
    const said = toPlainText(told.at(step).token.sentence);
    return said.includes('jsonwebtoken') ? [[kind, /\b(?:401|500)\b(?=\.$)/.exec(said)?.[0]]] : [];
  });
}

test.each<[string, SettingsChange, string, string]>([
  ['a member of Object.prototype', { payload: { constructor: 1 } }, 'login', '500'],
  ['a private key', { token: { secret: privateKey } }, 'login', '500'],
  ['a public key', { token: { secret: publicKey } }, 'request', '401'],
])(
  'with %s a run says where jsonwebtoken would refuse, and with what',
  async (_, change, at, status) => {
    const phase = at === 'login' ? 'login.create' : 'request.verify';
    expect(await listSaid(change, false)).toEqual([[phase, status]]);
    expect(await listSaid(change, true)).toEqual([[`${at}.whole`, status]]);
  },
);

test.each<[string, SettingsChange]>([
  ['any other payload', { payload: { city: 'Köln' } }],
  ['a public key that only decodes', { token: { secret: publicKey, verifier: 'decode' } }],
  ['secrets of their own', { token: { secret: privateKey }, secretAtBoot: 'random' }],
])('with %s it says nothing of the kind', async (_, change) => {
  expect(await listSaid(change, false)).toEqual([]);
});
