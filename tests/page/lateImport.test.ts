import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const IMPORTER = 'http://localhost:3000/assets/index.js';
const NAMES = ['./part.js', './shared.js'];

let importLate: typeof import('../../src/build/lateImport.ts')['importLate'];
/** The addresses that a link was made for, without what is put behind them. */
let fetched: string[] = [];
/** Which files do not come, by what their address has in it. */
let lost: RegExp | null = null;

beforeEach(async () => {
  vi.resetModules();
  [fetched, lost] = [[], null];
  window.__authtraceAgain = undefined;
  Object.defineProperty(HTMLLinkElement.prototype, 'relList', {
    configurable: true,
    value: { supports: (rel: string) => rel === 'preload' },
  });
  vi.spyOn(document.head, 'append').mockImplementation((link) => {
    if (!(link instanceof HTMLLinkElement)) throw new TypeError('no link');
    expect([link.rel, link.getAttribute('as'), link.crossOrigin]).toEqual([
      'preload',
      'script',
      '',
    ]);
    fetched.push(link.href.replace(/=\d+$/, '='));
    const isLost = lost?.test(link.href);
    queueMicrotask(() => link.dispatchEvent(new Event(isLost ? 'error' : 'load')));
  });
  ({ importLate } = await import('../../src/build/lateImport.ts'));
});

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(HTMLLinkElement.prototype, 'relList');
});

const base = 'http://localhost:3000/assets';

test('nothing is imported before all that it needs is here, each fetched once', async () => {
  const load = vi.fn(async () => {
    expect(fetched).toHaveLength(2);
    return 'the part';
  });
  expect(await importLate(load, NAMES, IMPORTER)).toBe('the part');
  await importLate(load, NAMES, IMPORTER);
  expect(fetched).toEqual([`${base}/part.js`, `${base}/shared.js`]);
});

test('a file that does not come is not imported, so that no browser remembers it', async () => {
  lost = /shared/;
  const load = vi.fn(async () => 'the part');
  await expect(importLate(load, NAMES, IMPORTER)).rejects.toThrow('shared.js did not come');
  await expect(importLate(load, NAMES, IMPORTER)).rejects.toThrow('shared.js?again=');
  expect(load).not.toHaveBeenCalled();
  lost = null;
  expect(await importLate(load, NAMES, IMPORTER)).toBe('the part');
  expect(fetched).toEqual([
    `${base}/part.js`,
    `${base}/shared.js`,
    `${base}/shared.js?again=`,
    `${base}/shared.js?again=`,
  ]);
});

test('one that came broken is imported under another address', async () => {
  const load = vi.fn(async () => {
    if (!window.__authtraceAgain?.['./part.js']) throw new SyntaxError('cut off');
    return 'the part';
  });
  expect(await importLate(load, NAMES, IMPORTER)).toBe('the part');
  expect(window.__authtraceAgain).toEqual({ './part.js': expect.stringMatching(/^\?again=\d+$/) });
  expect(load).toHaveBeenCalledTimes(2);
});

test('one that is broken under any address is asked for under a new one each time', async () => {
  const asked: unknown[] = [];
  const load = async () => {
    asked.push(window.__authtraceAgain?.['./part.js']);
    vi.setSystemTime(Date.now() + 1);
    throw new SyntaxError('cut off');
  };
  vi.useFakeTimers({ toFake: ['Date'] });
  await expect(importLate(load, NAMES, IMPORTER)).rejects.toThrow('cut off');
  await expect(importLate(load, NAMES, IMPORTER)).rejects.toThrow('cut off');
  vi.useRealTimers();
  expect(asked).toEqual([undefined, asked[1], asked[1], asked[3]]);
  expect(asked[3]).not.toBe(asked[1]);
});

test('what asks for a lost file at the same time shares one attempt', async () => {
  lost = /shared/;
  const load = async () => 'the part';
  const both = [importLate(load, NAMES, IMPORTER), importLate(load, ['./shared.js'], IMPORTER)];
  await Promise.allSettled(both);
  expect(fetched).toHaveLength(2);
});

test('a browser that cannot fetch ahead imports at once', async () => {
  Reflect.deleteProperty(HTMLLinkElement.prototype, 'relList');
  expect(await importLate(async () => 'the part', NAMES, IMPORTER)).toBe('the part');
  expect(fetched).toEqual([]);
});
