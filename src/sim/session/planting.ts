import type { PlantWay } from '../action.ts';
import { toForeignOrigin } from '../client/foreignSite.ts';
import type { StoredCookie } from '../client/jar.ts';
import { parseCookie, storeCookie } from '../client/jar.ts';
import { readPrefix } from '../client/site.ts';
import type { IdleReason } from '../outcome.ts';

/** Who sets the cookie, and with which attributes. */
interface Setting {
  /** URL of the page or response that sets it. */
  readonly url: string;
  readonly attributes: string;
  /** By `document.cookie`, not by a response. */
  readonly byScript: boolean;
}

/** All reasons for which a browser refuses a planted cookie. */
export const PLANT_REFUSALS: readonly IdleReason[] = [
  'plantBehindHttpOnly',
  'plantBehindSecure',
  'plantWithoutSubdomains',
  'plantBehindPrefix',
];

function toSetting(way: PlantWay, origin: string): Setting {
  const url = `${origin}/`;
  switch (way) {
    case 'script':
      return { url, attributes: 'Path=/', byScript: true };
    case 'path':
      return { url, attributes: 'Path=/profile', byScript: true };
    case 'subdomain': {
      const attributes = `Domain=${new URL(origin).hostname}; Path=/`;
      return { url: `${toForeignOrigin(origin, 'sibling')}/`, attributes, byScript: true };
    }
    case 'http':
      return {
        ...toSetting('script', origin),
        url: url.replace('https:', 'http:'),
        byScript: false,
      };
  }
}

/** A cookie that somebody wants to plant. */
interface Planted {
  readonly name: string;
  readonly value: string;
  readonly way: PlantWay;
  readonly origin: string;
  readonly now: number;
}

/**
 * Returns a jar into which somebody has tried to plant a session cookie, or why the browser refuses
 * it. Where the name promises Secure, the attacker says so too.
 */
export function plantCookie(
  jar: readonly StoredCookie[],
  { name, value, way, origin, now }: Planted,
): readonly StoredCookie[] | IdleReason {
  const { url, attributes, byScript } = toSetting(way, origin);
  const hasPrefix = readPrefix(name) !== undefined;
  const header = `${name}=${value}; ${attributes}${hasPrefix ? '; Secure' : ''}`;
  const after = storeCookie(jar, header, url, now, { byScript });
  if (after !== jar) return after;
  // What no browser would take from there at all, or what this one has a better one against.
  if (parseCookie(header, url, now) === null)
    return hasPrefix ? 'plantBehindPrefix' : 'plantWithoutSubdomains';
  return way === 'http' ? 'plantBehindSecure' : 'plantBehindHttpOnly';
}
