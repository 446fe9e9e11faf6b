import type { StoredCookie } from '../../../sim/client/jar.ts';
import { isAttackersBrowser, isFirstBrowser } from '../../told/actorIds.ts';
import type { Moment } from '../moment.ts';
import type { HeldToken } from './held.ts';
import { findCookie, findToken, listStolen, readCredentialName, readDiscarded } from './held.ts';

type At = Pick<Moment, 'lane'>;

/** Returns the session cookie in a browser's jar after a step, the user's first one's by default. */
export const readKeptCookie = ({ lane }: At, browser?: string): StoredCookie | undefined =>
  findCookie(lane.state, browser);

/** Returns the token that a browser keeps after a step and where, the user's first one by default. */
export const readKeptToken = ({ lane }: At, browser?: string): HeldToken | null =>
  findToken(lane.state, browser);

/** Tells whether a token is kept in a cookie. */
export const isTokenInCookie = (moment: At, browser?: string): boolean =>
  readKeptToken(moment, browser)?.place === 'cookie';

/** Tells whether the user's first browser has thrown its credential away. */
export const hasDiscarded = ({ lane }: At): boolean => readDiscarded(lane.state) !== null;

/** Lists the copies that somebody holds, the latest last. */
export const listCopies = ({ lane }: At): readonly string[] => listStolen(lane.state);

/** Returns the name of the cookie that a lane's credential is in. */
export const readCookieName = ({ strategy, lane }: Pick<Moment, 'lane' | 'strategy'>): string =>
  readCredentialName(strategy, lane.state);

/** Lists the IDs of the user's browsers beside the first one; one that acts for the first time is among them. */
export const listFurtherBrowsers = ({ lane, browser }: Pick<Moment, 'lane' | 'browser'>) =>
  [...new Set([...Object.keys(lane.state.clients), browser])].filter(
    (id) => !isFirstBrowser(id) && !isAttackersBrowser(id),
  );

/** Tells whether what a server was shown is what the user's first browser has thrown away. */
export const isDiscardedShown = ({ lane: { outcome, state } }: At): boolean =>
  outcome.proof !== null && outcome.proof.credential === readDiscarded(state);
