import { expect, test } from 'vitest';
import { toPlainText } from '../../../src/lesson/page/toPlainText.ts';
import { RULE_WORDS } from '../../../src/lesson/texts/practise/rules.ts';
import { SCENARIO_NOTES } from '../../../src/lesson/texts/scenarios/scenarioNotes.ts';
import { SETTING_WORDS } from '../../../src/lesson/texts/settings/settingWords.ts';
import { GLOSSARY } from '../../../src/lesson/texts/terms/glossary.ts';
import { sayDefence } from '../../../src/lesson/words/refusal/defence.ts';
import { SCENARIOS } from '../../../src/sim/scenarios.ts';
import type { Settings } from '../../../src/sim/settings.ts';
import { DEFAULT_SETTINGS } from '../../../src/sim/settings.ts';

/** What decides about another site's request, by how its answer names it: the server's own check before the cookie's. */
function nameDefence({ csrf, thirdPartyCookies, session }: Settings): string | null {
  if (csrf === 'origin') return 'a check of Origin';
  if (csrf === 'fetchSite') return 'a check of Sec-Fetch-Site';
  if (csrf === 'token') return 'a CSRF token';
  if (thirdPartyCookies === 'blocked') return 'third-party cookies blocked';
  const { sameSite } = session;
  if (sameSite === DEFAULT_SETTINGS.session.sameSite) return 'SameSite=Lax';
  if (sameSite === null) return 'SameSite';
  return `SameSite=${sameSite === 'none' ? 'None' : 'Strict'}`;
}

const CSRF = SCENARIOS.filter(({ id }) => id.startsWith('csrf-'));

test.each(CSRF)('the answer of $id names first with which setting it is so', ({ id, settings }) => {
  const { short } = SCENARIO_NOTES[id];
  const way = settings.session.sameSite === null ? 'Without' : 'With';
  expect(short.startsWith(`${way} ${nameDefence(settings)} `), short).toBe(true);
});

test.each(SCENARIOS)('the answer of $id is one sentence', ({ id }) => {
  const { short } = SCENARIO_NOTES[id];
  expect(short).toMatch(/\.$/);
  expect(short.slice(0, -1)).not.toMatch(/[.?!] /);
});

const READ_IN_VAIN = SCENARIOS.filter(
  ({ settings, actions }) =>
    settings.token.keptIn === 'memory' &&
    actions.some((one) => one.type === 'injectScript' && one.mode === 'read'),
);

// What was tried is to read storage: that a variable is out of a script's reach was not, and is not so.
test.each(READ_IN_VAIN)('the answer of $id says how a script gets at a variable', ({ id }) => {
  const { short, text } = SCENARIO_NOTES[id];
  expect(text).toMatch(/wrap fetch .*take the/);
  expect(`${short} ${text}`).not.toMatch(/steal nothing|no script of/);
  expect(sayDefence({ type: 'variable' })).toBe('not in storage');
});

test('a refresh token that is used twice may be the user’s own: two tabs do it', () => {
  expect(SCENARIO_NOTES['refresh-reuse'].text).toMatch(/may be a thief’s, or that of another tab/);
  expect(toPlainText(GLOSSARY['reuse-detection'].meaning)).toMatch(/may have been copied/);
});

test('what is put short is true where it is read alone', () => {
  expect(RULE_WORDS.noToken).toMatch(/unless it is in a cookie/);
  expect(SETTING_WORDS.sameSite.meaning).toMatch(/SameSite=None needs Secure/);
});

// XSS hits session and token: what differs is what a script can carry away.
test('no question about XSS asks which of the two it hits, and the first answer says both', () => {
  for (const { question } of SCENARIOS) expect(question).not.toMatch(/which of the two.*XSS/i);
  expect(SCENARIO_NOTES['xss-local-storage'].text).toMatch(/^XSS hits both/);
});

test.each(SCENARIOS)('the question of $id says by itself what it is about', ({ question }) => {
  // What goes on from the question before it, or names by “it” what only that one has named.
  expect(question).not.toMatch(/^And\b|^Does it\b|, too\?$|\b(using|sign) it\b|\bthe check\b/);
  expect(question).toMatch(/\?$/);
});
