import type { StepKind } from '../../../sim/stepKind.ts';
import type { Tone } from '../../telling.ts';
import type { Actor } from '../actor.ts';
import { listStolen } from '../held/held.ts';
import type { Moment } from '../moment.ts';
import { outlives } from './copy.ts';
import type { Defence } from './defence.ts';
import { readCopyDefence, readDefence } from './defence.ts';
import { readEndedBy } from './endedBy.ts';

/**
 * Tells whether a step is somebody else's doing: the attacker's, another site's, an injected
 * script's. A link that the user follows is no attack, nor are the same bytes in other letters.
 */
export function isSomebodyElses(actor: Actor, action: Moment['action']): boolean {
  if (actor.who === 'otherSite') return actor.deed.vehicle !== 'link';
  if (action?.type === 'tamper') return action.part !== 'lastLetter';
  return actor.who === 'attacker' || actor.who === 'script';
}

/** What an attacker gets without a server's decision: a credential, a place in the jar, an account. */
const GAINS: ReadonlySet<StepKind> = new Set([
  'steal.copy',
  'inject.read',
  'plant.place',
  'login.respond',
  'login.whole',
  'password.change',
]);

/**
 * How a step ended in a lane. The user's own requests are allowed or denied; what somebody else
 * tries, or whoever was shut out, is a breach, or held by something; where nobody tried anything a
 * lane is at rest, or busy.
 */
export type OutcomeTone =
  | { readonly tone: Exclude<Tone, 'held'> }
  | { readonly tone: 'held'; readonly by: Defence };

const toOwn = ({ lane: { outcome } }: Moment): OutcomeTone => {
  // What the page's code does not get is nothing that was let in, whatever the server decided.
  if (outcome.blocked) return { tone: 'denied' };
  if (outcome.type === 'idle') return { tone: 'rest' };
  return { tone: outcome.type === 'done' ? 'busy' : outcome.type };
};

function toOthers(moment: Moment): OutcomeTone {
  const { kind, lane } = moment;
  const { allowed, idle } = lane.outcome;
  if (allowed) return { tone: 'breach' };
  const by = readDefence(moment);
  if (by) return { tone: 'held', by };
  if (idle !== null) return { tone: 'rest' };
  return { tone: GAINS.has(kind) || lane.outcome.fromCache ? 'breach' : 'busy' };
}

/** The end of a run is judged by what was stolen, sent or not. */
function toLast(moment: Moment): OutcomeTone {
  if (listStolen(moment.lane.state).length === 0) return { tone: 'rest' };
  if (outlives(moment)) return { tone: 'breach' };
  const by = readCopyDefence(moment);
  return by ? { tone: 'held', by } : { tone: 'rest' };
}

/** Reads how a step ended in a lane: on the user's own scale, or on that of others where somebody else acts or a user who was shut out. */
export function readOutcomeTone(moment: Moment): OutcomeTone {
  if (moment.kind === 'end.rest') return toLast(moment);
  if (isSomebodyElses(moment.actor, moment.action)) return toOthers(moment);
  const ended = readEndedBy(moment);
  if (ended === null) return toOwn(moment);
  const ending = toOthers(moment);
  // Who logs out and is kept out in the same browser is the user still; who is let in need not be.
  return ended === 'here' && ending.tone !== 'breach' ? toOwn(moment) : ending;
}
