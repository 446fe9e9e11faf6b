import type { Recorder } from '../lanes/recorder.ts';
import { listServers } from '../lanes/start.ts';
import type { Message } from '../message.ts';
import { areListsInSessionStore } from '../possible/outsideStore.ts';
import type { ServerState, State } from '../state.ts';
import { getServer } from '../state.ts';

/** Tells whether a server's deny-list and refresh tokens cannot be asked for now. */
export const areListsDown = (state: State, server: string): boolean =>
  getServer(state, server).listsDown === true;

/** Calls the store in which a deny-list or refresh tokens are; where that is the sessions' own it is as slow. */
export function askLists(recorder: Recorder, call: Message): void {
  if (areListsInSessionStore(recorder.settings)) recorder.askStore(call);
  else recorder.send(call);
}

/** Waits for it once more, for a call that is on record already. */
export function waitForLists(recorder: Recorder): void {
  if (areListsInSessionStore(recorder.settings)) recorder.waitForStore();
}

/** Returns the State in which that store is down, or answers again. */
export function changeListsOutage(
  { state, settings }: Pick<Recorder, 'state' | 'settings'>,
  isDown: boolean,
): State {
  const servers = listServers(settings).map((id): [string, ServerState] => {
    const { listsDown: _, ...server } = getServer(state, id);
    return [id, isDown ? { ...server, listsDown: true } : server];
  });
  return { ...state, servers: Object.fromEntries(servers) };
}
