let kept = false;

/** Tells whether all late files of the page are here, so that none of them needs a network. */
export const areFilesKept = (): boolean => kept;

/** Has the browser fetch and keep a module that nobody runs yet; resolves to whether it came. */
function keepFile(address: string): Promise<boolean> {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'modulepreload', crossOrigin: '', href: address });
  return new Promise((resolve) => {
    link.onload = () => resolve(true);
    link.onerror = () => resolve(false);
    document.head.append(link);
  });
}

/**
 * Keeps the late files that the build has noted on the page's module, one after the other: what is
 * opened later waits for no network then, and what is not costs no memory but its text. A browser
 * that cannot, and one in which a file does not come, fetches them when they are wanted. The signal
 * ends it.
 */
export async function keepFiles(signal: AbortSignal): Promise<void> {
  const { href, dataset } = document.querySelector<HTMLLinkElement>('#page-module') ?? {};
  const names = dataset?.late?.split(' ') ?? [];
  if (!href || !document.createElement('link').relList?.supports('modulepreload')) return;
  for (const name of names) {
    if (signal.aborted || !(await keepFile(new URL(name, href).href))) return;
  }
  kept = names.length > 0;
}
