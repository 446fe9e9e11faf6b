import type { PlantWay } from '../action.ts';
import { toForeignOrigin } from '../client/foreignSite.ts';
import type { StoredCookie } from '../client/jar.ts';
import { storeCookie } from '../client/jar.ts';
import type { IdleReason } from '../outcome.ts';
import { SESSION_COOKIE } from './setCookie.ts';

/** Who sets the cookie, and with which attributes. */
interface Setting {
  /** URL of the page or response that sets it. */
  readonly url: string;
  readonly attributes: string;
  /** By `document.cookie`, not by a response. */
  readonly byScript: boolean;
}

/** Why a browser can refuse the cookie. */
export const PLANT_REFUSALS = {
  script: 'plantBehindHttpOnly',
  subdomain: 'plantWithoutSubdomains',
  path: 'plantBehindHttpOnly',
  http: 'plantBehindSecure',
} as const satisfies Readonly<Record<PlantWay, IdleReason>>;

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

/** Returns a jar into which somebody has tried to plant a session cookie; the same one where the browser refuses it. */
export function plantCookie(
  jar: readonly StoredCookie[],
  value: string,
  {
    way,
    origin,
    now,
    name = SESSION_COOKIE,
  }: {
    readonly way: PlantWay;
    readonly origin: string;
    readonly now: number;
    readonly name?: string;
  },
): readonly StoredCookie[] {
  const { url, attributes, byScript } = toSetting(way, origin);
  return storeCookie(jar, `${name}=${value}; ${attributes}`, url, now, { byScript });
}
