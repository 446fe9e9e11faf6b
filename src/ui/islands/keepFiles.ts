import { tellFilesKept } from './filesKept.ts';

declare global {
  interface Navigator {
    /** Only Chromium has it. @see https://developer.mozilla.org/en-US/docs/Web/API/NetworkInformation/saveData */
    readonly connection?: { readonly saveData: boolean };
  }
}

/**
 * How this browser is told to fetch what nobody runs yet. As a module it stays for as long as the page
 * does, and costs about as much memory as if it were run. Firefox holds a prefetch to `default-src`,
 * which allows nothing here; whoever knows speculation rules holds it to what the file is for.
 */
function chooseKind({ relList }: HTMLLinkElement) {
  const prefetches = HTMLScriptElement.supports?.('speculationrules') ?? false;
  const kinds = prefetches ? ['prefetch', 'modulepreload'] : ['modulepreload'];
  return kinds.find((rel) => relList?.supports(rel));
}

/** Has the browser fetch and keep a late file; resolves to whether it came. */
function keepFile(rel: string, address: string): Promise<boolean> {
  const link = document.createElement('link');
  Object.assign(link, { rel, crossOrigin: '', href: address });
  return new Promise((resolve) => {
    link.onload = () => resolve(true);
    link.onerror = () => resolve(false);
    document.head.append(link);
  });
}

/**
 * Keeps the late files that the build has noted on the page's module, one after the other: what is
 * opened later waits for no network then, and what is not costs no memory. A browser that cannot,
 * one that is to save data, and one in which a file does not come, fetches them when they are wanted.
 * The signal ends it.
 */
export async function keepFiles(signal: AbortSignal): Promise<void> {
  const { href, dataset } = document.querySelector<HTMLLinkElement>('#page-module') ?? {};
  const names = dataset?.late?.split(' ') ?? [];
  const kind = chooseKind(document.createElement('link'));
  if (!href || !kind || navigator.connection?.saveData) return;
  for (const name of names) {
    if (signal.aborted || !(await keepFile(kind, new URL(name, href).href))) return;
  }
  if (names.length > 0) tellFilesKept();
}
