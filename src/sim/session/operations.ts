import type { ActionOf, StepKind } from '../action.ts';
import { PHASES } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { readCookie } from '../client/client.ts';
import { drawSecret } from '../lanes/bootSecret.ts';
import type { CheckCopy } from '../lanes/lane.ts';
import { finishWithCopy } from '../lanes/lane.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { dropSlow } from '../lanes/slow.ts';
import { listServers, withClient } from '../lanes/start.ts';
import { patchUser } from '../lanes/user.ts';
import { done, idle } from '../outcome.ts';
import { startNextVersion } from '../possible/nextVersion.ts';
import { isStoreOutside } from '../possible/outsideStore.ts';
import type { UserState } from '../state.ts';
import { getClient, getServer, getStore, patchClient, patchServer, readClock } from '../state.ts';
import { checkCopy } from './proof.ts';
import { toCookieName } from './setCookie.ts';
import { changeOutage, clearStore, listRecords } from './store.ts';

/** Runs a restart: a MemoryStore dies with its process, a store of its own lives on; so does a fixed secret. */
export async function restart(
  recorder: Recorder,
  { server = SERVER }: ActionOf<'restart'>,
): Promise<void> {
  const { session, secretAtBoot } = recorder.settings;
  const { store } = getServer(recorder.state, server);
  // What two processes share is in neither of them.
  const survives = isStoreOutside(recorder.settings);
  let lost = false;
  if (store !== null && !survives) {
    lost = listRecords(getStore(recorder.state, store)).length > 0;
    recorder.set(clearStore(recorder.state, store));
  }
  recorder.set(dropSlow(recorder.state, server));
  recorder.set(startNextVersion(recorder.state, recorder.settings, server));
  if (session.expiresAtBoot) {
    const bootedAt = readClock(recorder.state, server);
    recorder.set(patchServer(recorder.state, server, { bootedAt }));
  }
  if (secretAtBoot === 'random') {
    const { secret, state } = drawSecret(recorder.state, recorder.settings, 'session');
    recorder.set(patchServer(state, server, { secrets: [secret] }));
  }
  const outcome = done(lost ? { lost: true } : {});
  await finishWithCopy(recorder, 'restart.boot', outcome, checkCopy);
}

/** Runs an outage of the store, or its end; a MemoryStore is a part of the process, and has none. */
export async function storeOutage(
  recorder: Recorder,
  { over = false }: ActionOf<'storeOutage'>,
): Promise<void> {
  const isOutside = isStoreOutside(recorder.settings);
  if (isOutside) recorder.set(changeOutage(recorder.state, !over));
  const outcome = isOutside ? done() : idle('storeInProcess');
  await finishWithCopy(recorder, 'outage.change', outcome, checkCopy);
}

/** Runs a change of the secret on all servers: express-session signs with the first of its list and accepts all. */
export const rotateSecret = (recorder: Recorder, action: ActionOf<'rotateSecret'>): Promise<void> =>
  rotateSecrets(recorder, action, checkCopy);

/** Runs the same, and tries copies in its own way. */
export async function rotateSecrets(
  recorder: Recorder,
  { how }: ActionOf<'rotateSecret'>,
  check: CheckCopy,
): Promise<void> {
  const { settings } = recorder;
  if (how === 'retire') {
    for (const id of listServers(settings)) {
      const secrets = getServer(recorder.state, id).secrets.slice(0, 1);
      recorder.set(patchServer(recorder.state, id, { secrets }));
    }
  } else {
    const { secret, state } = drawSecret(recorder.state, settings, 'session');
    recorder.set(state);
    for (const id of listServers(settings)) {
      const old = how === 'add' ? getServer(state, id).secrets : [];
      recorder.set(patchServer(recorder.state, id, { secrets: [secret, ...old] }));
    }
  }
  await finishWithCopy(recorder, 'rotate.change', done(), check);
}

/** Runs a logout that tells nobody: the browser's cookie is deleted, the record stays. */
export async function forget(
  recorder: Recorder,
  { client = CLIENT }: ActionOf<'forget'>,
): Promise<void> {
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const before = getClient(recorder.state, client);
  const cookieName = toCookieName(recorder.settings);
  const held = readCookie(before, cookieName);
  const jar = before.jar.filter(({ name }) => name !== cookieName);
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
  await finishWithCopy(recorder, kind, asks ? done() : idle('userNotLookedUp'), checkCopy);
}

/** Runs a ban: a row of the database changes, and the next request that asks for it finds out. */
export const ban = (recorder: Recorder) => changeUser(recorder, 'ban.mark', { banned: true });

/** Runs the loss of the role `admin`, likewise. */
export const demote = (recorder: Recorder) => changeUser(recorder, 'demote.mark', { role: 'user' });

async function needNothing(recorder: Recorder, kinds: readonly StepKind[]): Promise<void> {
  const copy = await checkCopy(recorder.settings, recorder.state);
  for (const kind of kinds) recorder.finish(kind, { ...idle('slidesByItself'), copy });
}

/** Runs nothing: a session needs no second credential to live on. */
export const refresh = (recorder: Recorder) => needNothing(recorder, PHASES.refresh);

/** Runs nothing, likewise: two tabs share the cookie, and nothing is used up. */
export const refreshTwice = (recorder: Recorder) => needNothing(recorder, PHASES.refreshTwice);
