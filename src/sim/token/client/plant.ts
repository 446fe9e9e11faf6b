import type { ActionOf } from '../../action.ts';
import { ATTACKER, CLIENT, SERVER } from '../../actors.ts';
import { finishWithCopy } from '../../lanes/lane.ts';
import type { Recorder } from '../../lanes/recorder.ts';
import { withClient } from '../../lanes/start.ts';
import { done, idle } from '../../outcome.ts';
import { plantCookie } from '../../session/planting.ts';
import { getClient, getServer, patchClient } from '../../state.ts';
import { checkCopy } from '../verify/verifyRequest.ts';
import { toTokenCookieName } from './cookieName.ts';

/** A token of the right form, {"alg":"HS256"}.{} and a signature, that no server ever signed. */
const INVENTED = `eyJhbGciOiJIUzI1NiJ9.e30.${'A'.repeat(43)}`;

/**
 * Sets an invented token's cookie in the client's browser, where the token is in one; the attacker
 * keeps a copy. A real one is not to be had before a login.
 */
export async function plant(
  recorder: Recorder,
  { invented, by: way = 'script' }: ActionOf<'plant'>,
): Promise<void> {
  const { settings } = recorder;
  const isInCookie = settings.token.keptIn === 'cookie';
  if (!isInCookie || !invented) {
    const reason = isInCookie ? 'noTokenToPlant' : 'nothingToPlant';
    return finishWithCopy(recorder, 'plant.place', idle(reason), checkCopy);
  }
  recorder.set(withClient(recorder.state, ATTACKER, settings));
  const { stolen: before } = getClient(recorder.state, ATTACKER);
  const stolen = [...before.filter((item) => item !== INVENTED), INVENTED];
  recorder.set(patchClient(recorder.state, ATTACKER, { stolen }));
  const { jar } = getClient(recorder.state, CLIENT);
  const { origin } = getServer(recorder.state, SERVER);
  const name = toTokenCookieName(settings);
  const now = recorder.state.clock;
  const after = plantCookie(jar, { name, value: INVENTED, way, origin, now });
  const isRefused = typeof after === 'string';
  if (!isRefused) recorder.set(patchClient(recorder.state, CLIENT, { jar: after }));
  const outcome = isRefused ? idle(after) : done();
  await finishWithCopy(recorder, 'plant.place', outcome, checkCopy);
}
