import { expect, test } from 'vitest';
import { explainHeader, isCredentialField } from '../../../src/lesson/texts/http/headerNotes.ts';
import { explainSetCookie } from '../../../src/lesson/texts/settings/cookieAttributes.ts';
import type { Trace } from '../../../src/sim/trace.ts';
import { run, runWalk } from '../../sim/runs.ts';

const listFields = ({ frames }: Trace) =>
  frames.flatMap(({ session, token }) =>
    [session, token].flatMap(({ messages }) => messages.flatMap(({ headers }) => headers)),
  );

const refused = await run([
  { type: 'login', password: 'wrong' },
  { type: 'login' },
  { type: 'wait', seconds: 900 },
  { type: 'request' },
]);
const fields = [...listFields(await runWalk()), ...listFields(refused)];
const names = [...new Set(fields.map(([name]) => name))].sort();

test('the walk has these header fields', () => {
  expect(names).toEqual([
    'Authorization',
    'Cache-Control',
    'Content-Length',
    'Content-Type',
    'Cookie',
    'Date',
    'ETag',
    'Host',
    'Set-Cookie',
    'WWW-Authenticate',
    'X-Powered-By',
  ]);
});

test.each(names)('%s is explained in a sentence, with its source', (name) => {
  const note = explainHeader(name);
  expect(note?.text).toMatch(/^[A-Z].*\.$/s);
  expect(note?.source).toMatch(name === 'X-Powered-By' ? /^Express 5/ : /^RFC \d{4} section \d/);
  expect(explainHeader(name.toUpperCase())).toBe(note);
});

test.each(['X-Unknown', '', 'toString', '__proto__', 'constructor'])('%j has no note', (name) => {
  expect(explainHeader(name)).toBe(null);
});

test('three fields carry credentials', () => {
  expect(names.filter(isCredentialField)).toEqual(['Authorization', 'Cookie', 'Set-Cookie']);
});

test('every part of every Set-Cookie is explained', () => {
  const cookies = fields.filter(([name]) => name === 'Set-Cookie').map(([, value]) => value);
  expect(cookies.length).toBeGreaterThan(2);
  for (const value of cookies) {
    for (const { meaning } of explainSetCookie(value)) expect(meaning).toMatch(/^[A-Za-z].*\.$/s);
  }
});

test('that Secure is missing is said, and not where it is there', () => {
  const toNames = (value: string) => explainSetCookie(value).map(({ name }) => name);
  expect(toNames('a=b; Path=/')).toEqual(['a', 'Path', 'Secure']);
  expect(toNames('a=b; Secure')).toEqual(['a', 'Secure']);
  expect(explainSetCookie('a=; Path=/')[0]?.meaning).toMatch(/deletes/);
});
