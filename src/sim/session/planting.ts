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

/** Why a browser can refuse the cookie, whatever it is called. */
const REFUSALS = {
  script: 'plantBehindHttpOnly',
  subdomain: 'plantWithoutSubdomains',
  path: 'plantBehindHttpOnly',
  http: 'plantBehindSecure',
} as const satisfies Readonly<Record<PlantWay, IdleReason>>;

/** All reasons for which a browser refuses a planted cookie. */
export const PLANT_REFUSALS: readonly IdleReason[] = [
  ...Object.values(REFUSALS),
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
      return { url: url.replace(/^https:/, 'http:'), attributes: 'Path=/', byScript: false };
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
  const isBroken = hasPrefix && parseCookie(header, url, now) === null;
  return isBroken ? 'plantBehindPrefix' : REFUSALS[way];
}
