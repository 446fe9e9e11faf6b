import {
  CLIENT,
  isUsersClient,
  SECOND_SERVER,
  SECOND_STORE,
  SERVER,
  SESSION_STORE,
} from '../actors.ts';
import { toForeignOrigin } from '../client/foreignSite.ts';
import { toCorsRule } from '../http/cors.ts';
import type { Settings } from '../settings.ts';
import type { ClientState, ServerState, State } from '../state.ts';

/** Returns the origin of the user's page: the server's own, where it has none of its own. */
export const toPageOrigin = ({ frontEnd, origin }: Settings): string => frontEnd?.origin ?? origin;

const toClient = (origin: string): ClientState => ({
  origin,
  jar: [],
  storage: { memory: {}, localStorage: {} },
  stolen: [],
  discarded: null,
});

/** Returns the IDs of a Scenario's servers. */
export function listServers({ second }: Settings): readonly string[] {
  return second ? [SERVER, SECOND_SERVER] : [SERVER];
}

/** Returns the ID of the store that a server uses. */
export function toStoreId(settings: Settings, server: string): string {
  return server === SECOND_SERVER && !settings.sharedStore ? SECOND_STORE : SESSION_STORE;
}

type Individual = Pick<ServerState, 'secrets' | 'store' | 'denyList'> &
  Pick<ServerState, 'keyIds' | 'refreshTokens' | 'bootedAt' | 'cookieName' | 'tokenCookieName'>;

/** Makes the State of frame 0: nobody holds a credential, the servers hold their secrets. */
export function makeStart(settings: Settings, toServer: (id: string) => Individual): State {
  const { start, origin, clockOffset = 0, second, secretAtBoot } = settings;
  const ids = listServers(settings);
  const cors = toCorsRule(settings);
  const { cookieDomain } = settings.session;
  const servers = ids.map((id): [string, ServerState] => {
    const { denyList, secrets, store, ...design } = toServer(id);
    const offset = id === SERVER ? clockOffset : (second?.clockOffset ?? 0);
    const common = { origin, clockOffset: offset, denyList, handling: null };
    const atBoot = secretAtBoot === 'random' && { secretAtBoot };
    const told = { ...(cors && { cors }), ...(cookieDomain && { cookieDomain }) };
    return [id, { ...common, secrets, store, ...told, ...atBoot, ...design }];
  });
  const stores = new Set(servers.flatMap(([, { store }]) => (store === null ? [] : [store])));
  return {
    clock: start,
    clients: { [CLIENT]: toClient(toPageOrigin(settings)) },
    servers: Object.fromEntries(servers),
    stores: Object.fromEntries([...stores].map((id) => [id, { sessions: {} }])),
    draws: { sid: 0, jti: 0, refresh: 0 },
  };
}

/** Returns a State in which a client exists; a new one of the user's is on the user's page, the attacker on its own. */
export function withClient(state: State, id: string, settings: Settings): State {
  if (Object.hasOwn(state.clients, id)) return state;
  const client = toClient(
    isUsersClient(id) ? toPageOrigin(settings) : toForeignOrigin(settings.origin, 'evil'),
  );
  return { ...state, clients: { ...state.clients, [id]: client } };
}
