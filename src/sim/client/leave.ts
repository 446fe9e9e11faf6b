import type { ActionOf } from '../action.ts';
import { CLIENT } from '../actors.ts';
import type { CheckCopy } from '../lanes/lane.ts';
import { finishWithCopy } from '../lanes/lane.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import { done, idle } from '../outcome.ts';
import type { ClientState } from '../state.ts';
import { getClient } from '../state.ts';

/**
 * Returns what a browser still has: the variables of a page go with the page, its history with the
 * tab, and cookies without a date with the browser.
 */
function outlive(client: ClientState, how: ActionOf<'leave'>['how']): ClientState {
  const { cache, ...rest } = client;
  const { jar, storage } = rest;
  return {
    ...rest,
    jar: how === 'browser' ? jar.filter(({ expires }) => expires !== null) : jar,
    storage: { ...storage, memory: {} },
    ...(how === 'reload' && cache && { cache }),
  };
}

/**
 * Runs a reload, or a tab or a browser that is closed and opened anew. No server learns of it.
 * Simplifies: a request that is under way is not given up, and no browser restores its last tabs.
 */
export async function leave(
  recorder: Recorder,
  { how, client = CLIENT }: ActionOf<'leave'>,
  readHeld: (client: ClientState) => string | null,
  checkCopy: CheckCopy,
): Promise<void> {
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const before = getClient(recorder.state, client);
  const after = outlive(before, how);
  const held = readHeld(before);
  const discarded = readHeld(after) === null ? (held ?? before.discarded) : before.discarded;
  const clients = { ...recorder.state.clients, [client]: { ...after, discarded } };
  recorder.set({ ...recorder.state, clients });
  const outcome = held === null ? idle('nothingHeld') : done();
  await finishWithCopy(recorder, 'leave.drop', outcome, checkCopy, client);
}
