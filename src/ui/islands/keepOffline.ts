/** The one policy that the page's own lets be made (build/contentSecurity.ts). */
const POLICY = 'authtrace-worker';

/** Makes a policy of trusted types; a string stands for what it hands out, as in `register`. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

/** A window, as far as it matters here: not every browser has trusted types or workers. */
export interface WorkerWindow extends Pick<Window, 'top' | 'localStorage' | 'document'> {
  readonly navigator: { readonly serviceWorker?: Pick<ServiceWorkerContainer, 'register'> };
  readonly trustedTypes?: TrustedTypes;
}

/** Trusts an address, and no other one ever: the name can be used once. */
function trust(address: string, types: TrustedTypes | undefined): string {
  if (!types) return address;
  const policy = types.createPolicy(POLICY, {
    createScriptURL: (asked) => {
      if (asked !== address) throw new TypeError(`${asked} is not the worker of this page`);
      return asked;
    },
  });
  return policy.createScriptURL(address);
}

/**
 * Has the page's worker keep all files, so that the page opens without a network from then on. Not in
 * a frame of another page, and not where the browser lets nothing be stored. Never rejects: without
 * the worker the page works as it did. Resolves to whether the browser took it.
 */
export async function keepOffline(window: WorkerWindow): Promise<boolean> {
  try {
    // Reading it throws where nothing may be stored. Only a built page has a worker.
    if (window.top !== window || window.localStorage === null) return false;
    if (!window.document.querySelector('#page-module')) return false;
    // A course package has none: its platform has the files.
    if (window.document.documentElement.dataset.lms !== undefined) return false;
    const { serviceWorker } = window.navigator;
    if (!serviceWorker) return false;
    const { href } = new URL('sw.js', window.document.baseURI);
    await serviceWorker.register(trust(href, window.trustedTypes));
    return true;
  } catch {
    return false;
  }
}
