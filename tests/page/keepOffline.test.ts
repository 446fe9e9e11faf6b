import { afterEach, expect, test, vi } from 'vitest';
import { keepOffline, type WorkerWindow } from '../../src/ui/islands/keepOffline.ts';

const BASE = 'https://school.example/course/';

/** What of a document is asked for: where it is, and whether it was built. */
const toDocument = (isBuilt = true) => {
  const built = document.implementation.createHTMLDocument();
  const base = built.createElement('base');
  base.href = BASE;
  built.head.append(base);
  if (isBuilt) {
    const module = built.createElement('link');
    module.id = 'page-module';
    built.head.append(module);
  }
  return built;
};

/** A window in which all is as it must be, but for what is given. */
function toWindow(other: Partial<WorkerWindow> = {}) {
  const register = vi.fn<(address: string | URL) => Promise<ServiceWorkerRegistration>>();
  const window: WorkerWindow = {
    top: null,
    localStorage,
    document: toDocument(),
    navigator: { serviceWorker: { register } },
    ...other,
  };
  if (!('top' in other)) Object.assign(window, { top: window });
  return { window, register };
}

afterEach(() => vi.restoreAllMocks());

test('the worker beside the page is registered, in whatever folder that is', async () => {
  const { window, register } = toWindow();
  expect(await keepOffline(window)).toBe(true);
  expect(register.mock.calls).toEqual([[`${BASE}sw.js`]]);
});

test('where addresses of scripts have to be trusted, that one is, and no other', async () => {
  const given: ((address: string) => string)[] = [];
  const trustedTypes: WorkerWindow['trustedTypes'] = {
    createPolicy: (name, { createScriptURL }) => {
      expect(name).toBe('authtrace-worker');
      given.push(createScriptURL);
      return { createScriptURL: (address) => `trusted ${createScriptURL(address)}` };
    },
  };
  const { window, register } = toWindow({ trustedTypes });
  expect(await keepOffline(window)).toBe(true);
  expect(register.mock.calls).toEqual([[`trusted ${BASE}sw.js`]]);
  const [ask = String] = given;
  for (const address of [`${BASE}sw.js?`, `${BASE}other.js`, 'sw.js', 'data:,', 'blob:x', '']) {
    expect(() => ask(address), address).toThrow(TypeError);
  }
});

test.each<[string, () => Partial<WorkerWindow>]>([
  ['in a frame of another page', () => ({ top: globalThis.window })],
  ['where no page was built', () => ({ document: toDocument(false) })],
  ['in a browser without workers', () => ({ navigator: {} })],
])('there is none %s', async (_where, toOther) => {
  const { window, register } = toWindow(toOther());
  expect(await keepOffline(window)).toBe(false);
  expect(register).not.toHaveBeenCalled();
});

test('there is none where the browser lets nothing be stored', async () => {
  const { window, register } = toWindow();
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  Object.defineProperty(window, 'localStorage', { get: refuse });
  expect(await keepOffline(window)).toBe(false);
  expect(register).not.toHaveBeenCalled();
});

test('a worker that is refused is told to nobody', async () => {
  const { window, register } = toWindow();
  register.mockRejectedValue(new TypeError('no'));
  expect(await keepOffline(window)).toBe(false);
});
