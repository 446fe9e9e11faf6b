import { expect, test } from 'vitest';
import { SCENARIO_NOTES } from '../../../src/lesson/texts/scenarioNotes.ts';
import { toSourceAddress } from '../../../src/lesson/texts/sources.ts';

test('every source of every explanation can be opened', () => {
  for (const [id, { sources }] of Object.entries(SCENARIO_NOTES)) {
    expect(sources.length, id).toBeGreaterThan(0);
    for (const name of sources) expect(toSourceAddress(name), name).toMatch(/^https:\/\//);
  }
  expect(toSourceAddress('RFC 6265 section 5.3')).toBe(
    'https://www.rfc-editor.org/rfc/rfc6265#section-5.3',
  );
});
