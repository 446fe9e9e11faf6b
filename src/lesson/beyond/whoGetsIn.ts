import type { Frame } from '../../sim/trace.ts';

/** Whose request a server decides on, when it is not the user's own; short, for a badge. */
const WHO: Readonly<Record<string, string>> = {
  replay: 'Attacker',
  forge: 'Attacker',
  tamper: 'Altered',
  crossSite: 'CSRF',
  ride: 'XSS',
};

function toName({ kind, action }: Pick<Frame, 'kind' | 'action'>): string | undefined {
  if (action !== null && 'client' in action && action.client === 'attacker') return WHO.replay;
  // Following a link is no attack; where it leads, the user is let in or not.
  if (action?.type === 'crossSite' && action.vehicle === 'link') return 'Link';
  return WHO[kind.split('.')[0] ?? ''];
}

/**
 * Says of a decision on somebody else's request who got in or was kept out: that a server allows
 * an attack is no good news. `null` where the request is the user's own.
 */
export function sayWhoGetsIn(
  frame: Pick<Frame, 'kind' | 'action'>,
  allowed: boolean,
): string | null {
  const who = toName(frame);
  return who === undefined ? null : `${who} ${allowed ? 'gets in' : 'kept out'}`;
}
