import { Complaint } from '../machine/complaint.mjs';

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

const isLocal = (hostname: string) =>
  LOCAL.includes(hostname) || (hostname.endsWith('.localhost') && !hostname.startsWith('.'));

/** Reads an address on this machine. @throws Complaint for another machine's, and for what is none */
function parseAddress(option: string, text: string): URL {
  const shown = JSON.stringify(text);
  const url = URL.canParse(text) ? new URL(text) : null;
  // "localhost:3000" is an address too: of the scheme "localhost".
  if (!url?.host) {
    throw new Complaint(`${option} ${shown} is no address: write it as http://localhost:3000.`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Complaint(`${option} ${shown} is neither http nor https.`);
  }
  if (!isLocal(url.hostname)) {
    throw new Complaint(
      `${option} ${shown} is not on this machine: check-server tries to break in, so it talks to localhost, 127.0.0.1, [::1] and *.localhost only.`,
    );
  }
  if (url.username || url.password || url.hash) {
    throw new Complaint(`${option} ${shown} has a name, a password or a fragment: leave it out.`);
  }
  return url;
}

/** Reads the address of the server; its path, without a slash at the end, stands before all others. */
export function parseTarget(text: string): URL {
  const url = parseAddress('the address', text);
  if (url.search)
    throw new Complaint(`the address ${JSON.stringify(text)} has a query: leave it out.`);
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/**
 * Returns the address of a path at a server. What stands before all its paths is put there once: of
 * `/api/login` at `/api` it is known already.
 */
export function toPlaceAt({ origin, pathname }: URL, path: string): URL {
  const base = pathname.replace(/\/$/, '');
  return new URL(origin + (path === base || path.startsWith(`${base}/`) ? '' : base) + path);
}

/** Reads a path of a server, or a whole address where a page is elsewhere on this machine. */
export function parsePlace(server: URL, option: string, text: string): URL {
  if (/^https?:\/\//i.test(text)) return parseAddress(option, text);
  if (/^\/[!-~]*$/.test(text) && !text.includes('#')) {
    return toPlaceAt(server, text);
  }
  throw new Complaint(`${option} ${JSON.stringify(text)} is no path: write it as /login.`);
}
