/** IDs of the actors that every Scenario has; the client is the user's first browser. */
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
/** Receiver of a look-up of the user's row; no client can have this ID. */
export const USERS_DATABASE = 'users database';

/** A letter, then up to 15 letters or digits. `client` and `attacker` are known; any other is a further browser of the user's. */
export type ClientId = string;
export const SERVER_IDS = [SERVER, SECOND_SERVER] as const;
export type ServerId = (typeof SERVER_IDS)[number];

const OTHERS: readonly string[] = [
  ...SERVER_IDS,
  ...[SESSION_STORE, SECOND_STORE, DENY_LIST, REFRESH_STORE],
];

/** Tells whether a client can have an ID: its form is right, and no server or store has it. */
export const isClientId = (id: string): boolean =>
  /^[A-Za-z][A-Za-z\d]{0,15}$/.test(id) && !OTHERS.includes(id);

/** Tells whether a client is one of the user's own browsers: any but the attacker. */
export const isUsersClient = (id: ClientId): boolean => id !== ATTACKER;
