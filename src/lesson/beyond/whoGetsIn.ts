import type { Frame } from '../../sim/trace.ts';

/** Whose request a server decides on, when it is not the user's own: let in, and refused. */
const WHO: Readonly<Record<string, readonly [inside: string, outside: string]>> = {
  replay: ['Attacker gets in', 'Attacker kept out'],
  forge: ['Attacker gets in', 'Attacker kept out'],
  tamper: ['Altered one gets in', 'Altered one refused'],
  crossSite: ['Foreign site gets in', 'Foreign site kept out'],
  ride: ['Script gets in', 'Script kept out'],
};

/**
 * Says of a decision on somebody else's request who got in or was kept out: that a server allows
 * an attack is no good news. `null` where the request is the user's own.
 */
export function sayWhoGetsIn(
  { kind, action }: Pick<Frame, 'kind' | 'action'>,
  allowed: boolean,
): string | null {
  const byAttacker = action !== null && 'client' in action && action.client === 'attacker';
  const words = WHO[byAttacker ? 'replay' : (kind.split('.')[0] ?? '')];
  return words?.[allowed ? 0 : 1] ?? null;
}
