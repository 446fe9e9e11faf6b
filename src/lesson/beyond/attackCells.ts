import type { Frame } from '../../sim/trace.ts';
import type { Part } from './parts.ts';
import { toPlace } from './parts.ts';

/** Returns the cells of a request that another site starts. */
export function amendCrossSite(frame: Frame): Part | null {
  const { action, kind } = frame;
  if (action?.type !== 'crossSite' || !/send|whole/.test(kind)) return null;
  const { vehicle, from = 'evil' } = action;
  const what = { link: 'links here', form: 'posts a form', fetch: 'fetches' }[vehicle];
  return { action: `${from === 'evil' ? 'Another site' : 'A sibling subdomain'} ${what}` };
}

/** Returns the cells of an attack that comes to nothing, or goes to the second server. */
export function amendAttack(frame: Frame): Part | null {
  const { session, token, kind } = frame;
  const idle = [session, token].every(({ outcome }) => outcome.idle !== null);
  if (kind === 'inject.read' || kind === 'steal.copy')
    return idle
      ? { result: kind === 'inject.read' ? 'Script finds nothing' : 'Nothing to copy' }
      : null;
  if (kind === 'plant.place') return idle ? { result: 'Nothing to plant' } : null;
  if (idle && /\.(whole|verify|respond|send)$/.test(kind)) return { result: 'Nothing is sent' };
  const place = toPlace(frame);
  return place && /\.(whole|send)$/.test(kind) && kind.startsWith('replay')
    ? { action: `Attacker uses the copy${place}` }
    : null;
}
