import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ASKS,
  DEFAULT_PREFERENCES,
  formatPreferences,
  parsePreferences,
  THEMES,
} from '../../../src/player/kept/preferences.ts';

it('reads what it wrote', () => {
  const preferences = fc.record({
    theme: fc.constantFrom(...THEMES),
    singleKeys: fc.boolean(),
    asks: fc.constantFrom(...ASKS),
    answers: fc.boolean(),
  });
  fc.assert(
    fc.property(preferences, (value) => {
      expect(parsePreferences(formatPreferences(value))).toEqual(value);
    }),
  );
});

it.each([
  null,
  '',
  '{',
  'null',
  '[]',
  '"dark"',
  '{"theme":"dark"}',
  '{"version":2,"theme":"dark","singleKeys":false}',
  '{"version":1,"theme":"blue","singleKeys":"no"}',
  '{"version":1,"__proto__":{"theme":"dark","singleKeys":false}}',
  '{"__proto__":{"version":1},"theme":"dark"}',
])('reads %j as the defaults', (text) => {
  expect(parsePreferences(text)).toEqual(DEFAULT_PREFERENCES);
});

it('keeps what is right and leaves out what it does not know', () => {
  const text = '{"version":1,"theme":"dark","singleKeys":3,"cursor":9,"setTheme":"x"}';
  expect(parsePreferences(text)).toEqual({ ...DEFAULT_PREFERENCES, theme: 'dark' });
});

it('writes what was kept before there were questions as it was', () => {
  const text = '{"version":1,"theme":"dark","singleKeys":false}';
  expect(formatPreferences(parsePreferences(text))).toBe(text);
});

it('reads any text and any JSON as preferences', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const { theme, singleKeys, asks, answers, ...rest } = parsePreferences(text);
      expect(ASKS).toContain(asks);
      expect(typeof answers).toBe('boolean');
      expect(THEMES).toContain(theme);
      expect(typeof singleKeys).toBe('boolean');
      expect(rest).toEqual({});
    }),
  );
});
