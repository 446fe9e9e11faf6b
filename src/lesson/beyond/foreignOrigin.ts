import type { ActionOf } from '../../sim/action.ts';

/**
 * Returns the origin of the foreign page, as the engine chose it: `evil.` beside the server's site,
 * or `sub.` below its host. A test holds it against the engine's.
 */
export function toForeignOrigin(
  origin: string,
  site: NonNullable<ActionOf<'crossSite'>['from']>,
): string {
  const url = new URL(origin);
  const isAddress = /^[\d.]+$/.test(url.hostname) || url.hostname.startsWith('[');
  const host = isAddress ? 'localhost' : url.hostname;
  url.hostname = site === 'sibling' ? `sub.${host}` : `evil.${host.split('.').at(-1)}`;
  return url.origin;
}
