// What the build puts into the page in place of vite's helper for dynamic imports: browsers remember
// an import that failed, some for good, so that asking again would never help.

declare global {
  interface Window {
    /** What is put behind the address of a late file that failed as it was, by its name in the build. */
    __authtraceAgain?: Record<string, string>;
  }
}

/** Files that are here or on their way, by address; `null`: it was asked for, and did not come. */
const files = new Map<string, Promise<void> | null>();

/** Puts something new behind an address, so that nobody remembers it. */
const toOther = () => `?again=${Date.now()}`;

/** Tells whether the page keeps a module, or has asked for it; a second fetch would be for nothing. */
const isKept = (address: string) =>
  [...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]')].some(
    ({ href }) => href === address,
  );

/** Has the browser fetch a script and no more. Rejects when it does not come. */
function fetchScript(address: string): Promise<void> {
  if (isKept(address)) return Promise.resolve();
  const link = document.createElement('link');
  // Unlike `modulepreload`, it leaves no failure in the list of modules.
  if (!link.relList?.supports('preload')) return Promise.resolve();
  return new Promise((resolve, reject) => {
    Object.assign(link, { rel: 'preload', as: 'script', crossOrigin: '', href: address });
    link.onload = () => resolve();
    link.onerror = () => reject(new TypeError(`${address} did not come`));
    document.head.append(link);
  });
}

/** Has a script fetched once; where that has failed, under another address, to see whether it comes now. */
function fetchOnce(address: string): Promise<void> {
  const last = files.get(address);
  if (last) return last;
  const coming = fetchScript(last === null ? address + toOther() : address);
  files.set(address, coming);
  coming.catch(() => files.set(address, null));
  return coming;
}

/**
 * Imports a late file: first it and all that it imports is fetched, so that the import itself does
 * not fail for want of a network; where it fails nevertheless, the file is asked for under another
 * address. `names` are the file's own, then those of what it imports, relative to `importer`. Rejects
 * when something does not come, and can be asked again.
 */
export async function importLate<T>(
  load: () => Promise<T>,
  names: readonly string[] = [],
  importer = '',
): Promise<T> {
  const [own] = names;
  // In Node, where the page is prerendered.
  if (own === undefined || typeof document === 'undefined') return load();
  await Promise.all(names.map((name) => fetchOnce(new URL(name, importer).href)));
  try {
    return await load();
  } catch {
    // It came broken; or it, or what it imports, did not come before, and Chromium has that noted.
    window.__authtraceAgain = { ...window.__authtraceAgain, [own]: toOther() };
    return load();
  }
}
