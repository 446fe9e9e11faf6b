/** What came of an access: the value, or that the browser keeps nothing for this page. */
export type StorageResult =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false };

/** Storage whose every access may fail and none throws. */
export interface SafeStorage {
  get(key: string): StorageResult;
  set(key: string, value: string): StorageResult;
  /** Calls back with what another tab has put under a key; returns what ends it. */
  onOutside(key: string, hear: (text: string | null) => void): () => void;
}

/**
 * Wraps a Storage. `open` is called at each access, because already reading `localStorage` throws
 * in a sandboxed frame, and it is `null` in some embedded browsers.
 * `onFailure` is called once, at the first access that fails. Without a window nobody is heard.
 */
export function createSafeStorage(
  open: () => Storage,
  onFailure: () => void,
  window?: Window,
): SafeStorage {
  let failed = false;
  const attempt = (access: (storage: Storage) => string | null): StorageResult => {
    try {
      return { ok: true, value: access(open()) };
    } catch {
      if (!failed) onFailure();
      failed = true;
      return { ok: false };
    }
  };
  return {
    get: (key) => attempt((storage) => storage.getItem(key)),
    set: (key, value) =>
      attempt((storage) => {
        storage.setItem(key, value);
        return value;
      }),
    onOutside: (key, hear) => {
      const onStorage = ({ key: changed, newValue }: StorageEvent) => {
        if (changed === key) hear(newValue);
      };
      window?.addEventListener('storage', onStorage);
      return () => window?.removeEventListener('storage', onStorage);
    },
  };
}
