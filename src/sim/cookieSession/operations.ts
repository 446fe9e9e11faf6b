import type { ActionOf, StepKind } from '../action.ts';
import { PHASES } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { drawSecret } from '../lanes/bootSecret.ts';
import { finishWithCopy } from '../lanes/lane.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { dropSlow } from '../lanes/slow.ts';
import { withClient } from '../lanes/start.ts';
import { patchUser } from '../lanes/user.ts';
import { done, idle } from '../outcome.ts';
import type { UserState } from '../state.ts';
import { getClient, patchClient, patchServer } from '../state.ts';
import { isHalf, readPair } from './held.ts';
import { checkCopy } from './proof.ts';

/** Runs a restart: there is nothing to lose but a secret that is drawn at each start. */
export async function restart(
  recorder: Recorder,
  { server = SERVER }: ActionOf<'restart'>,
): Promise<void> {
  const { settings } = recorder;
  recorder.set(dropSlow(recorder.state, server));
  if (settings.secretAtBoot === 'random') {
    const { secret, state } = drawSecret(recorder.state, settings, 'session');
    recorder.set(patchServer(state, server, { secrets: [secret] }));
  }
  await finishWithCopy(recorder, 'restart.boot', done(), checkCopy);
}

/** Runs nothing: there is no store that could fail. */
export const storeOutage = (recorder: Recorder): Promise<void> =>
  finishWithCopy(recorder, 'outage.change', idle('noStoreAsked'), checkCopy);

/** Runs a logout that tells nobody: the browser's cookies are deleted. */
export async function forget(
  recorder: Recorder,
  { client = CLIENT }: ActionOf<'forget'>,
): Promise<void> {
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const before = getClient(recorder.state, client);
  const held = readPair(before);
  const jar = before.jar.filter((cookie) => !isHalf(cookie));
  const discarded = held ?? before.discarded;
  recorder.set(patchClient(recorder.state, client, { jar, discarded }));
  const outcome = held === null ? idle('nothingHeld') : done();
  await finishWithCopy(recorder, 'forget.drop', outcome, checkCopy, client);
}

async function changeUser(
  recorder: Recorder,
  kind: 'ban.mark' | 'demote.mark',
  patch: Partial<UserState>,
): Promise<void> {
  recorder.set(patchUser(recorder.state, recorder.settings, patch));
  const asks = !recorder.settings.session.copiesUser;
  await finishWithCopy(recorder, kind, asks ? done() : idle('cookieNotLookedUp'), checkCopy);
}

/** Runs a ban: a row of the database changes, and the next request that asks for it finds out. */
export const ban = (recorder: Recorder) => changeUser(recorder, 'ban.mark', { banned: true });

/** Runs the loss of the role `admin`, likewise. */
export const demote = (recorder: Recorder) => changeUser(recorder, 'demote.mark', { role: 'user' });

async function needNothing(recorder: Recorder, kinds: readonly StepKind[]): Promise<void> {
  const copy = await checkCopy(recorder.settings, recorder.state);
  for (const kind of kinds) recorder.finish(kind, { ...idle('nothingToRefresh'), copy });
}

/** Runs nothing: the session has no end that a second credential could move. */
export const refresh = (recorder: Recorder) => needNothing(recorder, PHASES.refresh);

/** Runs nothing, likewise. */
export const refreshTwice = (recorder: Recorder) => needNothing(recorder, PHASES.refreshTwice);
