import type { ActionOf } from '../action.ts';
import { CLIENT, SERVER } from '../actors.ts';
import { drawSecret } from '../lanes/bootSecret.ts';
import { finishWithCopy } from '../lanes/lane.ts';
import type { Recorder } from '../lanes/recorder.ts';
import { dropSlow } from '../lanes/slow.ts';
import { listServers, withClient } from '../lanes/start.ts';
import { patchUser } from '../lanes/user.ts';
import { done, idle } from '../outcome.ts';
import { startNextVersion } from '../possible/nextVersion.ts';
import { areListsInSessionStore, isStoreOutside } from '../possible/outsideStore.ts';
import type { UserState } from '../state.ts';
import { getClient, getServer, patchClient, patchServer } from '../state.ts';
import { toTokenCookieName } from './client/cookieName.ts';
import { dropTokens, readHeldToken } from './client/tokenStorage.ts';
import { changeListsOutage } from './lists.ts';
import { checkCopy } from './verify/verifyRequest.ts';

/** Runs a restart: what the process kept (deny-list, refresh tokens) is gone unless a store has it; a fixed secret lives on. */
export async function restart(
  recorder: Recorder,
  { server = SERVER }: ActionOf<'restart'>,
): Promise<void> {
  const { secretAtBoot } = recorder.settings;
  const survives = isStoreOutside(recorder.settings);
  const { denyList, refreshTokens } = getServer(recorder.state, server);
  const kept = [denyList, refreshTokens].flatMap((list) => Object.keys(list ?? {}));
  if (!survives) {
    const forgotten = { denyList: denyList && {}, ...(refreshTokens && { refreshTokens: {} }) };
    recorder.set(patchServer(recorder.state, server, forgotten));
  }
  recorder.set(dropSlow(recorder.state, server));
  recorder.set(startNextVersion(recorder.state, recorder.settings, server));
  if (secretAtBoot === 'random') {
    const { secret, state } = drawSecret(recorder.state, recorder.settings, 'token');
    recorder.set(patchServer(state, server, { secrets: [secret] }));
  }
  const outcome = done(!survives && kept.length > 0 ? { lost: true } : {});
  await finishWithCopy(recorder, 'restart.boot', outcome, checkCopy);
}

const toNextKeyId = (keyIds: readonly string[]) =>
  `k${Math.max(0, ...keyIds.map((id) => Number(id.slice(1)))) + 1}`;

/**
 * Runs a change of the secret on all servers. A verifier has one secret, so the old tokens die at
 * once; only where tokens name their key (`kid`) can old and new overlap.
 */
export async function rotateSecret(
  recorder: Recorder,
  { how }: ActionOf<'rotateSecret'>,
): Promise<void> {
  const { settings } = recorder;
  const drawn = how === 'retire' ? null : drawSecret(recorder.state, settings, 'token');
  if (drawn) recorder.set(drawn.state);
  for (const id of listServers(settings)) {
    const { secrets, keyIds } = getServer(recorder.state, id);
    const kept = keyIds && how === 'add' ? secrets.length : 0;
    const next = drawn ? [drawn.secret, ...secrets.slice(0, kept)] : secrets.slice(0, 1);
    const ids = keyIds && {
      keyIds: drawn ? [toNextKeyId(keyIds), ...keyIds.slice(0, kept)] : keyIds.slice(0, 1),
    };
    recorder.set(patchServer(recorder.state, id, { secrets: next, ...ids }));
  }
  await finishWithCopy(recorder, 'rotate.change', done(), checkCopy);
}

/** Runs a logout that tells nobody: the page's code drops its token, or the user deletes the cookie. */
export async function forget(
  recorder: Recorder,
  { client = CLIENT }: ActionOf<'forget'>,
): Promise<void> {
  recorder.set(withClient(recorder.state, client, recorder.settings));
  const held = readHeldToken(recorder.state, client);
  dropTokens(recorder, client);
  const { jar, discarded } = getClient(recorder.state, client);
  const cookieName = toTokenCookieName(recorder.settings);
  const left = jar.filter(({ name }) => name !== cookieName);
  const patch = { jar: left, discarded: held ?? discarded };
  recorder.set(patchClient(recorder.state, client, patch));
  const outcome = held === null ? idle('nothingHeld') : done();
  await finishWithCopy(recorder, 'forget.drop', outcome, checkCopy, client);
}

async function changeUser(
  recorder: Recorder,
  kind: 'ban.mark' | 'demote.mark',
  patch: Partial<UserState>,
): Promise<void> {
  recorder.set(patchUser(recorder.state, recorder.settings, patch));
  await finishWithCopy(recorder, kind, idle('databaseNotAsked'), checkCopy);
}

/** Runs a ban: the database knows, but no server asks it before the next login or refresh. */
export const ban = (recorder: Recorder) => changeUser(recorder, 'ban.mark', { banned: true });

/** Runs the loss of the role `admin`, likewise: the token goes on saying what was. */
export const demote = (recorder: Recorder) => changeUser(recorder, 'demote.mark', { role: 'user' });

/** Runs an outage of the store, or its end, where a deny-list or refresh tokens are in it; whoever asks no session store does not notice. */
export async function storeOutage(
  recorder: Recorder,
  { over = false }: ActionOf<'storeOutage'>,
): Promise<void> {
  const isAsked = areListsInSessionStore(recorder.settings);
  if (isAsked) recorder.set(changeListsOutage(recorder, !over));
  const outcome = isAsked ? done() : idle('noStoreAsked');
  await finishWithCopy(recorder, 'outage.change', outcome, checkCopy);
}
