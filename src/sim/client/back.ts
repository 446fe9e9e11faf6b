import type { ActionOf } from '../action.ts';
import { CLIENT } from '../actors.ts';
import { runInside } from '../lanes/fold.ts';
import type { CheckCopy, Runner } from '../lanes/lane.ts';
import { finishWithCopy } from '../lanes/lane.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { withClient } from '../lanes/start.ts';
import { done } from '../outcome.ts';
import { getClient } from '../state.ts';

const PAGE = '/profile';

/**
 * Runs the Back button: a page that the browser kept is shown as it was, however old it is, and
 * nobody is asked; one that it did not keep is asked for again. @see RFC 9111 section 6
 */
export async function goBack(
  recorder: Recorder,
  { client = CLIENT }: ActionOf<'back'>,
  requestPage: Runner<'request'>,
  checkCopy: CheckCopy,
): Promise<void> {
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const kept = getClient(recorder.state, client).cache?.[PAGE];
  if (kept !== undefined)
    return finishWithCopy(recorder, 'back.show', done({ fromCache: true }), checkCopy);
  const asked = await runInside(recorder, 'back.show', (inside) =>
    requestPage(inside, { type: 'request', target: PAGE, client }),
  );
  recorder.finish('back.show', asked.outcome);
}
