import type { ActionOf } from '../action.ts';

const isAddress = (host: string) => /^[\d.]+$/.test(host) || host.startsWith('[');

/**
 * Returns the origin of a foreign page: `evil.` beside the server's site, or `sub.` below its host,
 * which browsers take for the same site. E.g. for `http://bank.localhost:3000`:
 * `http://evil.localhost:3000` and `http://sub.bank.localhost:3000`.
 */
export function toForeignOrigin(
  origin: string,
  site: NonNullable<ActionOf<'crossSite'>['from']>,
): string {
  const url = new URL(origin);
  const host = isAddress(url.hostname) ? 'localhost' : url.hostname;
  url.hostname = site === 'sibling' ? `sub.${host}` : `evil.${host.split('.').at(-1)}`;
  return url.origin;
}
