import { toPageOrigin } from '../lanes/start.ts';
import type { Settings } from '../settings.ts';
import { isSameSite, isTrustworthy } from './site.ts';

/** What a browser says of a request in Sec-Fetch-Site; `none`: nobody's page started it. @see Fetch Metadata section 2.4 */
export type FetchSite = 'none' | 'same-origin' | 'same-site' | 'cross-site';

/** Returns how a page stands to the address that it asks; `null` where a browser does not say so, to an insecure address. @see Fetch Metadata section 2.4 */
export function toFetchSite(initiator: string | null, url: string): FetchSite | null {
  if (!isTrustworthy(new URL(url))) return null;
  if (initiator === null) return 'none';
  const { origin } = new URL(url);
  if (initiator === origin) return 'same-origin';
  return isSameSite(initiator, origin) ? 'same-site' : 'cross-site';
}

/** What stands in a request of whose page it is, as far as a run's servers ask for it. */
export interface Whose {
  readonly pageOrigin?: string | null;
  readonly fetchSite?: FetchSite | null;
}

/** Returns what a browser says of a request that the servers ask it for. A GET names no origin. */
export function toWhose(
  { csrf }: Settings,
  initiator: string | null,
  url: string,
  method: string,
): Whose {
  if (csrf === 'origin') return method === 'POST' ? { pageOrigin: initiator } : {};
  return csrf === 'fetchSite' ? { fetchSite: toFetchSite(initiator, url) } : {};
}

/** Returns what a program says that is no browser: it can write whatever the servers want to read. */
export function toForgedWhose(settings: Settings, method: string): Whose {
  if (settings.csrf === 'origin')
    return method === 'POST' ? { pageOrigin: toPageOrigin(settings) } : {};
  return settings.csrf === 'fetchSite' ? { fetchSite: 'same-origin' } : {};
}
