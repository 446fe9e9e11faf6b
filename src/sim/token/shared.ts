import type { Recorder } from '../lanes/recorder.ts';
import { listServers } from '../lanes/start.ts';
import type { ServerState, State } from '../state.ts';
import { patchServer } from '../state.ts';

/** Returns the State in which a server, and whoever shares a store with it, keeps something new. */
export function patchShared(
  { state, settings }: Recorder,
  server: string,
  patch: Pick<ServerState, 'refreshTokens'> | Pick<ServerState, 'denyList'>,
): State {
  const sharing = settings.sharedStore ? listServers(settings) : [server];
  return sharing.reduce((changed, id) => patchServer(changed, id, patch), state);
}
