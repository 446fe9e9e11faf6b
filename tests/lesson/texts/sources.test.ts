import { expect, test } from 'vitest';
import { SCENARIO_NOTES } from '../../../src/lesson/texts/scenarios/scenarioNotes.ts';
import { GLOSSARY } from '../../../src/lesson/texts/terms/glossary.ts';
import { listSources, toSourceAddress } from '../../../src/lesson/texts/terms/sources.ts';

test('every source of every explanation can be opened', () => {
  for (const [id, { sources }] of Object.entries(SCENARIO_NOTES)) {
    expect(sources.length, id).toBeGreaterThan(0);
    for (const name of sources) expect(toSourceAddress(name), name).toMatch(/^https:\/\//);
  }
  expect(toSourceAddress('RFC 6265 section 5.3')).toBe(
    'https://www.rfc-editor.org/rfc/rfc6265#section-5.3',
  );
});

test('no draft is listed of what has become an RFC', () => {
  const names = listSources().map(({ name }) => name);
  expect(names).toContain('RFC 10017: OAuth 2.0 for Browser-Based Applications');
  expect(names.filter((name) => name.startsWith('draft-'))).toEqual([
    'draft-ietf-httpbis-rfc6265bis',
  ]);
});

test('that Secure cookies go to localhost is said by a document that says so', () => {
  // RFC 6265 knows of no exception; its successor leaves it to the browser.
  expect(GLOSSARY.secure.source).toMatch(/6265bis/);
});

test('every document is listed once, and every RFC that a reader is sent to is among them', () => {
  const listed = listSources();
  expect(new Set(listed.map(({ address }) => address)).size).toBe(listed.length);
  for (const { address, name } of listed) expect(address, name).toMatch(/^https:\/\//);
  const said = [
    ...Object.values(SCENARIO_NOTES).flatMap(({ sources }) => sources),
    ...Object.values(GLOSSARY).map(({ source }) => source),
  ];
  for (const source of said) {
    const whole = toSourceAddress(source)?.replace(/#.*/, '');
    expect(
      listed.map(({ address }) => address),
      source,
    ).toContain(whole);
  }
});
