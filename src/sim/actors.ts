/** IDs of the actors that every Scenario has. */
export const CLIENT = 'client';
export const SERVER = 'server';
export const SESSION_STORE = 'sessionStore';

/** Whoever should not have what it uses: one more client, there from its first deed. */
export const ATTACKER = 'attacker';
/** The second server behind the same address. */
export const SECOND_SERVER = 'server2';
/** The second server's own store, where the two share none. */
export const SECOND_STORE = 'sessionStore2';

/** Receivers of the token lane's store calls, where a design brings state back. */
export const DENY_LIST = 'denyList';
export const REFRESH_STORE = 'refreshStore';

export const CLIENT_IDS = [CLIENT, ATTACKER] as const;
export type ClientId = (typeof CLIENT_IDS)[number];
export const SERVER_IDS = [SERVER, SECOND_SERVER] as const;
export type ServerId = (typeof SERVER_IDS)[number];
