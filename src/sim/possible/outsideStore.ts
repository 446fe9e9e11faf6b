import { isDataInCookie } from '../cookieSession/storeOnly.ts';
import type { Settings } from '../settings.ts';

type Design = Pick<Settings, 'session' | 'second' | 'sharedStore'>;
type TokenDesign = Design & Pick<Settings, 'token'>;

/** Tells whether sessions are kept outside of the servers' processes: in a database that survives them, or that two of them share. */
export const isStoreOutside = ({ session, second, sharedStore }: Design): boolean =>
  session.store === 'persistent' || (second !== undefined && sharedStore === true);

/** Returns how long the session store takes for one call, in milliseconds: what is inside of the process answers at once. */
export const toStoreLatency = (design: Design): number =>
  isStoreOutside(design) && !isDataInCookie(design.session)
    ? (design.session.storeLatencyMs ?? 0)
    : 0;

/** Tells whether a token's server keeps anything that it asks for: a deny-list, or refresh tokens. */
export const hasLists = ({ token }: Pick<Settings, 'token'>): boolean =>
  token.denyList === true || token.refreshLifetime !== undefined;

/** Tells whether that is in the session store: down with it, and as slow. */
export const areListsInSessionStore = (design: TokenDesign): boolean =>
  design.token.inSessionStore === true &&
  hasLists(design) &&
  isStoreOutside(design) &&
  !isDataInCookie(design.session);
