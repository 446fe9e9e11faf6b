import type { StepKind } from '../../../sim/stepKind.ts';
import type { Tone } from '../../telling.ts';
import type { Actor } from '../actor.ts';
import type { Moment } from '../moment.ts';
import { isVerify } from '../phase.ts';
import type { Defence } from './defence.ts';
import { readDefence } from './defence.ts';
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

/** What an attacker is given without a server's check of a credential: an account, or a session in it. */
const GIVES: ReadonlySet<StepKind> = new Set(['login.respond', 'login.whole', 'password.change']);

/** What an attacker takes or leaves without asking a server: a credential, a place in the jar. */
const TAKES: ReadonlySet<StepKind> = new Set(['steal.copy', 'inject.read', 'plant.place']);

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
  // A check that was passed is no breach yet: the answer is.
  if (allowed) return { tone: isVerify(moment) ? 'busy' : 'breach' };
  const by = readDefence(moment);
  if (by) return { tone: 'held', by };
  if (idle !== null) return { tone: 'rest' };
  const gains = GIVES.has(kind) || TAKES.has(kind) || lane.outcome.fromCache;
  return { tone: gains ? 'breach' : 'busy' };
}

/** Reads how a step that is no end of a run ended: on the user's own scale, or on that of others where somebody else acts or a user who was shut out. */
export function readStepTone(moment: Moment): OutcomeTone {
  if (isSomebodyElses(moment.actor, moment.action)) return toOthers(moment);
  const ended = readEndedBy(moment);
  if (ended === null) return toOwn(moment);
  const ending = toOthers(moment);
  // Who logs out and is kept out in the same browser is the user still; who is let in need not be.
  const isLetIn = ending.tone === 'breach' || (isVerify(moment) && ending.tone === 'busy');
  return ended === 'here' && !isLetIn ? toOwn(moment) : ending;
}

/** Tells whether somebody got into an account by a step that was a breach, and not only at a credential. */
export const isGivenAccess = ({ kind }: Pick<Moment, 'kind'>): boolean => !TAKES.has(kind);
