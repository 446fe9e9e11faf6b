import { Complaint } from '../machine/complaint.mjs';

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

const isLocal = (hostname: string) =>
  LOCAL.includes(hostname) || (hostname.endsWith('.localhost') && !hostname.startsWith('.'));

/**
 * Reads the address of a server on this machine; its path, without a slash at the end, stands
 * before all others. @throws Complaint for another machine's, and for what is no http address.
 */
export function parseTarget(option: string, text: string): URL {
  const shown = JSON.stringify(text);
  const url = URL.canParse(text) ? new URL(text) : null;
  // "localhost:3000" is an address too: of the scheme "localhost".
  if (!url?.host) {
    throw new Complaint(`${option} ${shown} is no address: write it as http://localhost:3000.`);
  }
  if (url.protocol !== 'http:') {
    throw new Complaint(`${option} ${shown} is not http: check-server speaks plain http only.`);
  }
  if (!isLocal(url.hostname)) {
    throw new Complaint(
      `${option} ${shown} is not on this machine: check-server tries to break in, so it talks to localhost, 127.0.0.1, [::1] and *.localhost only.`,
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new Complaint(
      `${option} ${shown} has more than a host, a port and a path: leave it out.`,
    );
  }
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}
