import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('counts are said without Intl too', async () => {
  vi.resetModules();
  vi.stubGlobal('Intl', undefined);
  const { formatGrowth } = await import('../../../src/lesson/words/run/counts.ts');
  const { COUNT_ROWS } = await import('../../../src/lesson/texts/countRows.ts');
  const name = COUNT_ROWS[0]?.name;
  if (!name) throw new TypeError('nothing is counted');
  const toCounts = (value: number) => ({ [name]: value }) as never;
  expect(formatGrowth(toCounts(1234), toCounts(0), name)).toBe('+1234');
});
