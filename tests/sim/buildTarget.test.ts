import { afterEach, expect, test, vi } from 'vitest';
import { validateSettings } from '../../src/sim/check/settings.ts';

afterEach(() => vi.restoreAllMocks());

test('an origin is read without what is newer than the browsers that the page is built for', () => {
  vi.spyOn(URL, 'canParse').mockImplementation(() => {
    throw new TypeError('URL.canParse is not a function');
  });
  const origin = 'https://auth.example:8443';
  expect(validateSettings({ origin })).toMatchObject({ settings: { origin } });
  expect(validateSettings({ origin: 'https://' })).toMatchObject({ errors: [{ path: 'origin' }] });
});
