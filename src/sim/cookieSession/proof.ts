import { CLIENT } from '../actors.ts';
import { checkCopies, TRIAL } from '../copies.ts';
import { makeRequest } from '../http/request.ts';
import type { CheckCopy } from '../lanes/lane.ts';
import { startRecording } from '../lanes/recorder.ts';
import { getUser } from '../lanes/user.ts';
import type { CopyCheck, FailureCode } from '../outcome.ts';
import type { Settings } from '../settings.ts';
import type { State } from '../state.ts';
import { getServer } from '../state.ts';
import { openSession } from './open.ts';
import { DATA_COOKIE } from './pair.ts';

async function tryPair(
  settings: Settings,
  state: State,
  pair: string,
  server: string,
): Promise<CopyCheck> {
  const { recorder } = startRecording(settings, state);
  const request = makeRequest({
    ...TRIAL,
    to: server,
    origin: getServer(state, server).origin,
    cookie: `${DATA_COOKIE}=${pair}`,
  });
  const opened = await openSession(recorder, request);
  const isBanned = !settings.session.copiesUser && getUser(state, settings).banned;
  const failure: FailureCode | null = opened.failure ?? (isBanned ? 'userBanned' : null);
  return { accepted: failure === null, expiresAt: null, failure };
}

/** Tries, without leaving a trace, what copies of cookies that a client dropped, or that were stolen, would get now. */
export const checkCopy: CheckCopy = (settings, state, owner = CLIENT) =>
  checkCopies(state, owner, { isFirst: () => true, isOther: () => true }, (pair, server) =>
    tryPair(settings, state, pair, server),
  );
