import { toFrontEndOrigin } from '../../../sim/client/frontEndOrigin.ts';
import { isTrustworthy } from '../../../sim/client/site.ts';
import type { LineVerdict } from './judgeLine.ts';
import { judgeLine } from './judgeLine.ts';
import type { LineSource } from './source.ts';

export const SITUATION_IDS = [
  ...(['samePage', 'otherPortPlain', 'otherPortInclude'] as const),
  ...(['otherSitePlain', 'otherSiteInclude', 'otherSiteBlocked', 'form'] as const),
  ...(['http', 'localhost'] as const),
] as const;
/** A situation in which people get a cookie. */
export type SituationId = (typeof SITUATION_IDS)[number];

export interface Situation {
  readonly id: SituationId;
  readonly source: LineSource;
  readonly verdict: LineVerdict;
}

type Change = Partial<LineSource>;

function toChanges({ url, page }: LineSource): Readonly<Record<SituationId, Change>> {
  const { origin, pathname } = new URL(url);
  const [port, site] = [
    toFrontEndOrigin(origin, 'otherPort'),
    toFrontEndOrigin(origin, 'otherSite'),
  ];
  const plain = { by: 'fetch', credentials: 'same-origin', thirdPartyCookies: 'allowed' } as const;
  const include = { ...plain, credentials: 'include' } as const;
  const http = origin.replace(/^https:/, 'http:');
  const local = `http://localhost:3000`;
  return {
    samePage: { ...plain, page: origin },
    otherPortPlain: { ...plain, page: port },
    otherPortInclude: { ...include, page: port },
    otherSitePlain: { ...plain, page: site },
    otherSiteInclude: { ...include, page: site },
    otherSiteBlocked: { ...include, page: site, thirdPartyCookies: 'blocked' },
    form: { by: 'navigation', page: site },
    http: { ...plain, url: http + pathname, page: http },
    localhost: { ...plain, url: local + pathname, page: local, ...(page === local && plain) },
  };
}

/** Lists what becomes of the same line elsewhere; what is no other situation than the one at hand is left out. */
export function listSituations(
  line: string,
  source: LineSource,
  now: number,
): readonly Situation[] {
  const changes = toChanges(source);
  const { protocol, hostname } = new URL(source.url);
  const isApart = (id: SituationId) => {
    if (id === 'http')
      return protocol === 'https:' && !isTrustworthy(new URL(`http://${hostname}`));
    return id !== 'localhost' || hostname !== 'localhost';
  };
  return SITUATION_IDS.filter(isApart).map((id) => {
    const there = { ...source, cors: null, ...changes[id] };
    return { id, source: there, verdict: judgeLine(line, there, now) };
  });
}
