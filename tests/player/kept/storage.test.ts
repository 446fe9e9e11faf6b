import { expect, it, vi } from 'vitest';
import { createSafeStorage } from '../../../src/player/kept/storage.ts';
import { fakeStorage } from './fakeStorage.ts';

it('gets what was set, and null for what was not', () => {
  const kept = fakeStorage();
  const onFailure = vi.fn();
  const storage = createSafeStorage(() => kept, onFailure);
  expect(storage.get('a')).toEqual({ ok: true, value: null });
  expect(storage.set('a', '1')).toEqual({ ok: true, value: '1' });
  expect(storage.get('a')).toEqual({ ok: true, value: '1' });
  expect(onFailure).not.toHaveBeenCalled();
});

it.each([
  [
    'blocked',
    () => {
      throw new DOMException('denied', 'SecurityError');
    },
  ],
  ['missing', () => null as unknown as Storage],
])('%s storage fails at each access, throws at none and reports once', (_, open) => {
  const onFailure = vi.fn();
  const storage = createSafeStorage(open, onFailure);
  expect(storage.get('a')).toEqual({ ok: false });
  expect(storage.set('a', '1')).toEqual({ ok: false });
  expect(storage.get('a')).toEqual({ ok: false });
  expect(onFailure).toHaveBeenCalledTimes(1);
});

it('a full storage still reads', () => {
  const kept = fakeStorage({ a: '1' });
  kept.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const onFailure = vi.fn();
  const storage = createSafeStorage(() => kept, onFailure);
  expect(storage.get('a')).toEqual({ ok: true, value: '1' });
  expect(storage.set('a', '2')).toEqual({ ok: false });
  expect(storage.set('b', '2')).toEqual({ ok: false });
  expect(storage.get('a')).toEqual({ ok: true, value: '1' });
  expect(onFailure).toHaveBeenCalledTimes(1);
});
