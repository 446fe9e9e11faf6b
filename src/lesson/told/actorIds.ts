import type { ATTACKER, CLIENT, SECOND_SERVER } from '../../sim/actors.ts';

const FIRST: typeof CLIENT = 'client';
const ATTACKERS: typeof ATTACKER = 'attacker';
const SECOND: typeof SECOND_SERVER = 'server2';

/** Tells whether a browser is the user's first one. */
export const isFirstBrowser = (browser: string): boolean => browser === FIRST;

/** Tells whether a browser is the attacker's; one that an Action does not name is the user's first. */
export const isAttackersBrowser = (browser?: string): boolean => browser === ATTACKERS;

/** Tells whether it is no browser but an app on a phone that acts: its ID says so. */
export const isApp = (browser: string): boolean => browser === 'app';

/** Tells whether a server is the second one behind the address. */
export const isSecondServer = (server?: string): boolean => server === SECOND;
