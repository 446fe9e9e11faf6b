import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  createPredictions,
  formatPredictions,
  keepPredictions,
  PREDICTIONS_KEY,
  parsePredictions,
  toPredictionKey,
} from '../../../src/player/asking/predictions.ts';
import { createSafeStorage, type SafeStorage } from '../../../src/player/kept/storage.ts';

const NONE = { answers: {} };
const key = toPredictionKey('login-to-logout', 9);

/** A visit with what is kept. */
function openPredictions(storage: SafeStorage) {
  const store = createPredictions();
  keepPredictions(store, storage);
  return store;
}

describe('what was said', () => {
  it.each([
    null,
    '',
    '{',
    'null',
    '[]',
    '{"version":1}',
    '{"version":2,"answers":{"login-to-logout/9":"{}"}}',
    '{"version":1,"answers":[]}',
    '{"version":1,"answers":{"no-such-scenario/9":"{}"}}',
    '{"version":1,"answers":{"login-to-logout/0":"{}"}}',
    '{"version":1,"answers":{"login-to-logout/9.5":"{}"}}',
    '{"version":1,"answers":{"login-to-logout/9/9":"{}"}}',
    '{"version":1,"answers":{"login-to-logout/9":3}}',
    '{"version":1,"answers":{"__proto__":"both"}}',
    `{"version":1,"answers":{"login-to-logout/9":"${'x'.repeat(401)}"}}`,
  ])('is nothing in %j', (text) => {
    expect(parsePredictions(text)).toEqual(NONE);
  });

  it('is read as it was written, skipped ones too', () => {
    const said = { answers: { [key]: '{}', 'stolen-then-logout/7': null } };
    expect(parsePredictions(formatPredictions(said))).toEqual(said);
  });

  it('is something sound, whatever was kept', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { answers, ...rest } = parsePredictions(text);
        expect(rest).toEqual({});
        for (const said of Object.values(answers)) {
          expect(said === null || typeof said === 'string').toBe(true);
        }
      }),
    );
  });

  it.each([
    ['{"version":2,"answers":{}}', 'later'],
    ['{', 'unreadable'],
    [`{"version":1,"answers":{"${key}":3}}`, 'unreadable'],
  ])('in %j is left as it is until something else is said, and it is told', (text, fault) => {
    localStorage.clear();
    localStorage.setItem(PREDICTIONS_KEY, text);
    const storage = createSafeStorage(
      () => localStorage,
      () => {},
    );
    const store = createPredictions();
    const report = vi.fn();
    keepPredictions(store, storage, report);
    expect(report.mock.calls).toEqual([[fault]]);
    expect(localStorage.getItem(PREDICTIONS_KEY)).toBe(text);
    store.getState().say(key, null);
    const kept = fault === 'later' ? text : formatPredictions({ answers: { [key]: null } });
    expect(localStorage.getItem(PREDICTIONS_KEY)).toBe(kept);
  });

  it('is told of nothing where all was understood, or nothing was kept', () => {
    const storage = createSafeStorage(
      () => localStorage,
      () => {},
    );
    const report = vi.fn();
    for (const text of [null, formatPredictions({ answers: { [key]: null } })]) {
      localStorage.clear();
      if (text !== null) localStorage.setItem(PREDICTIONS_KEY, text);
      keepPredictions(createPredictions(), storage, report);
    }
    expect(report).not.toHaveBeenCalled();
  });

  it('is kept, and comes back', () => {
    localStorage.clear();
    const storage = createSafeStorage(
      () => localStorage,
      () => {},
    );
    openPredictions(storage).getState().say(key, '{}');
    expect(openPredictions(storage).getState().answers).toEqual({ [key]: '{}' });
  });

  it('joins what another tab has kept, and is forgotten as a whole', () => {
    localStorage.clear();
    const storage = createSafeStorage(
      () => localStorage,
      () => {},
    );
    const store = openPredictions(storage);
    localStorage.setItem(PREDICTIONS_KEY, formatPredictions({ answers: { [key]: null } }));
    store.getState().say('stolen-then-logout/7', 'token');
    expect(parsePredictions(localStorage.getItem(PREDICTIONS_KEY)).answers).toEqual({
      [key]: null,
      'stolen-then-logout/7': 'token',
    });
    store.getState().forget();
    expect(parsePredictions(localStorage.getItem(PREDICTIONS_KEY))).toEqual(NONE);
  });

  it('is there without storage, for the visit', () => {
    const storage = createSafeStorage(
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
      () => {},
    );
    const store = openPredictions(storage);
    store.getState().say(key, '{}');
    expect(store.getState().answers).toEqual({ [key]: '{}' });
  });

  it('is nothing in a store that nobody has opened', () => {
    expect(createPredictions().getState().answers).toEqual({});
  });
});
