import { ATTACKER } from './actors.ts';
import type { Json, JsonObject } from './bytes/json.ts';
import type { StoredCookie } from './client/jar.ts';
import type { CorsRule } from './http/cors.ts';
import type { Message } from './message.ts';
import type { Proof } from './outcome.ts';

/** The `cookie` member of a record, as express-session serializes it (key order included). */
export interface RecordCookie {
  readonly originalMaxAge: number | null;
  readonly expires: string | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly domain?: string;
  readonly path: string;
  readonly sameSite?: 'lax' | 'strict' | 'none';
}

/** What the session store keeps under one session ID. @see express-session, session/memory.js */
export interface SessionRecord {
  readonly cookie: RecordCookie;
  readonly userId?: string;
  /** What else the application keeps about the user; the token lane carries it as claims. */
  readonly data?: JsonObject;
  /** What the forms of its pages must bring along, where servers ask for that. */
  readonly csrfToken?: string;
  /** How many pages the user asked for, where the pages count that. */
  readonly visits?: number;
  /** The user's role as it was at the login, where that is copied. */
  readonly role?: string;
  /** When the session ends, however much it is used, NumericDate seconds; absent: it has no such end. */
  readonly endsAt?: number;
}

/**
 * A session store; named, so that two servers can share it. A small one keeps its records in
 * `sessions`; one that grew beyond that keeps all of them in `buckets`, by the first character of
 * the session ID. session/store.ts knows which.
 */
export interface StoreState {
  /** It answers nobody; absent where it does. */
  readonly down?: true;
  readonly sessions: Readonly<Record<string, SessionRecord>>;
  readonly buckets?: Readonly<Record<string, Readonly<Record<string, SessionRecord>>>>;
}

/** A browser or another party that sends requests. */
export interface ClientState {
  /** Origin of the page that is open, e.g. `http://localhost:3000`. */
  readonly origin: string;
  readonly jar: readonly StoredCookie[];
  readonly storage: {
    readonly memory: Readonly<Record<string, string>>;
    readonly localStorage: Readonly<Record<string, string>>;
  };
  /** Credentials that do not belong to this client, taken from another one. */
  readonly stolen: readonly string[];
  /** The credential that this client last threw away; a copy of it may exist anywhere. */
  readonly discarded: string | null;
  /** Pages that its browser kept, by target: the body of the last good answer; absent while there are none. */
  readonly cache?: Readonly<Record<string, string>>;
}

/** A request that a server has received and not yet answered. */
export interface Handling {
  readonly request: Message;
  /** The credential made for the answer: a session ID or a token; `null` until made. */
  readonly issued: string | null;
}

/** What a server keeps about a refresh token. Simplifies: a real one keeps its hash. */
export interface RefreshRecord {
  readonly userId: string;
  /** The first refresh token of the login that it comes from. */
  readonly family: string;
  /** NumericDate seconds. */
  readonly expires: number;
  /** Traded in already: whoever shows it again, one of the two holders is a thief. */
  readonly used: boolean;
  /** When it was, NumericDate seconds; where there is a grace period. */
  readonly usedAt?: number;
}

/** A request that a server has let in and works on. */
export interface SlowRequest {
  readonly client: string;
  readonly server: string;
  readonly request: Message;
  readonly proof: Proof;
  /** The session as it was read, with what the handler wrote into it; absent in the token lane. */
  readonly session?: Readonly<Record<string, Json>>;
}

/** A row of the users' database, which both servers could ask at any time. */
export interface UserState {
  readonly role: string;
  readonly banned: boolean;
  /** How often the password was changed; absent until it was. */
  readonly passwordChanges?: number;
  /** A token with an earlier iat is refused where servers look that up, NumericDate seconds; absent: none is. */
  readonly validSince?: number;
}

export interface ServerState {
  readonly origin: string;
  /** UTF-8 texts, used exactly so as HMAC keys. The first signs; all verify. */
  readonly secrets: readonly string[];
  /** Seconds that this server's clock is ahead of the true time. */
  readonly clockOffset: number;
  /** ID of the store that it uses; `null` when it keeps nothing. */
  readonly store: string | null;
  /** Revoked token IDs with the second of their expiry (`null`: they have none); `null` when there is no such list. */
  readonly denyList: Readonly<Record<string, number | null>> | null;
  /** The process draws its secrets each time that it starts; absent where they are fixed. */
  readonly secretAtBoot?: 'random';
  /** The second at which its process started, by its own clock; absent where nothing depends on it. */
  readonly bootedAt?: number;
  /** Name of its session's cookie; absent where it is express-session's default. */
  readonly cookieName?: string;
  /** Name of the cookie in which it sets its tokens; absent where it is `token`, and where it sets none. */
  readonly tokenCookieName?: string;
  /** Domain of the cookies that it sets; absent: they have none. */
  readonly cookieDomain?: string;
  /** IDs of the secrets, in their order (`kid`); absent where tokens name none. */
  readonly keyIds?: readonly string[];
  /** What it tells browsers about pages of other origins; absent where it says nothing. */
  readonly cors?: CorsRule;
  /** What it asks for its deny-list and its refresh tokens answers nobody; absent where it does. */
  readonly listsDown?: true;
  /** Refresh tokens that this server knows; absent where there are none. */
  readonly refreshTokens?: Readonly<Record<string, RefreshRecord>>;
  readonly handling: Handling | null;
}

/** How many random values each source has given so far; makes runs repeatable and forkable. */
export interface DrawCounters {
  readonly sid: number;
  readonly jti: number;
  readonly refresh: number;
  /** New signing secrets; absent until the first. */
  readonly secret?: number;
  /** CSRF tokens of sessions, likewise. */
  readonly csrf?: number;
}

/** Everything at one moment in one lane; plain JSON. */
export interface State {
  /** True time, NumericDate seconds. */
  readonly clock: number;
  readonly clients: Readonly<Record<string, ClientState>>;
  readonly servers: Readonly<Record<string, ServerState>>;
  readonly stores: Readonly<Record<string, StoreState>>;
  readonly draws: DrawCounters;
  /** What the servers still work on, the oldest first; absent until there is something. */
  readonly slow?: readonly SlowRequest[];
  /** The users' database by user ID; absent until somebody changes it. */
  readonly users?: Readonly<Record<string, UserState>>;
}

function lookUp<T>(map: Readonly<Record<string, T>>, what: string, id: string): T {
  const found = Object.hasOwn(map, id) ? map[id] : undefined;
  if (found === undefined) throw new RangeError(`no ${what} with the ID ${JSON.stringify(id)}`);
  return found;
}

/** Returns a client by ID. @throws RangeError when there is none. */
export const getClient = (state: State, id: string) => lookUp(state.clients, 'client', id);
/** Returns a server by ID. @throws RangeError when there is none. */
export const getServer = (state: State, id: string) => lookUp(state.servers, 'server', id);
/** Returns a session store by ID. @throws RangeError when there is none. */
export const getStore = (state: State, id: string) => lookUp(state.stores, 'store', id);

/** Returns what the attacker has taken, the latest last. */
export const readStolen = (state: State): readonly string[] =>
  state.clients[ATTACKER]?.stolen ?? [];

/** Returns a State in which the attacker has more; what it has again moves to the end, where the latest is. */
export function addStolen(state: State, taken: readonly string[]): State {
  const kept = readStolen(state).filter((item) => !taken.includes(item));
  return patchClient(state, ATTACKER, { stolen: [...kept, ...taken] });
}

/** Returns a State in which one client is changed. */
export function patchClient(state: State, id: string, patch: Partial<ClientState>): State {
  return { ...state, clients: { ...state.clients, [id]: { ...getClient(state, id), ...patch } } };
}

/** Returns a State in which one server is changed. */
export function patchServer(state: State, id: string, patch: Partial<ServerState>): State {
  return { ...state, servers: { ...state.servers, [id]: { ...getServer(state, id), ...patch } } };
}

/** Returns the time on a server's own clock, NumericDate seconds. */
export function readClock(state: State, serverId: string): number {
  return state.clock + getServer(state, serverId).clockOffset;
}
