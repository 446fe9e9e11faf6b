import { SECOND_SERVER } from '../actors.ts';
import { toBase64url } from '../bytes/base64.ts';
import { seededBytes } from '../bytes/seededBytes.ts';
import type { Settings } from '../settings.ts';
import type { State } from '../state.ts';
import type { Strategy } from '../strategy.ts';

const SECRET_BYTES = 32;

/** Draws a new signing secret: 32 bytes as base64url, 43 characters, and the State after the draw. */
export function drawSecret(
  state: State,
  { seed }: Settings,
  strategy: Strategy,
): { readonly secret: string; readonly state: State } {
  const n = state.draws.secret ?? 0;
  const secret = toBase64url(seededBytes(seed, `${strategy} secret`, n, SECRET_BYTES));
  return { secret, state: { ...state, draws: { ...state.draws, secret: n + 1 } } };
}

/** Returns the secrets that a server has at its very first start, given or drawn; the first signs. */
export function toFirstSecrets(
  { seed, secretAtBoot, session, token, second }: Settings,
  strategy: Strategy,
  server: string,
): readonly string[] {
  if (secretAtBoot === 'random')
    return [toBase64url(seededBytes(seed, `${strategy} secret of ${server}`, 0, SECRET_BYTES))];
  const own = server === SECOND_SERVER ? second : undefined;
  if (strategy === 'session') return own?.sessionSecrets ?? session.secrets;
  return [own?.tokenSecret ?? token.secret];
}
