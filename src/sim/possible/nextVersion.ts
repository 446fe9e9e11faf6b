import type { Settings } from '../settings.ts';
import type { State } from '../state.ts';
import { getServer } from '../state.ts';

/** Returns a State in which a server's process runs the next version of the program, where there is one. */
export function startNextVersion(state: State, { session }: Settings, id: string): State {
  const { nextCookieDomain: next } = session;
  if (next === undefined) return state;
  const { cookieDomain: _, ...rest } = getServer(state, id);
  const server = next === '' ? rest : { ...rest, cookieDomain: next };
  return { ...state, servers: { ...state.servers, [id]: server } };
}
