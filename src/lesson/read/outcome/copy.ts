import type { FailureCode } from '../../../sim/outcome.ts';
import { listStolen, readDiscarded } from '../held/held.ts';
import { readRenewal } from '../held/renewal.ts';
import type { Moment } from '../moment.ts';
import type { ServerEnd } from '../server/serverEnd.ts';
import { isLater, readServerEnd } from '../server/serverEnd.ts';
import { hasTwoServers } from '../server/servers.ts';

/** A copy that a server would let in now: which one, and how long. */
export type OpenCopy = ServerEnd;

/** Another one of the attacker's copies that a server would let in now. */
export interface OtherCopy extends OpenCopy {
  /** It is a refresh token, sent as if it were an access token. */
  readonly isRefreshToken: boolean;
}

/** What a copy of the dropped or stolen credential is worth now; the engine has tried it. */
export type CopyWorth = (
  | ({ readonly accepted: true } & OpenCopy)
  | { readonly accepted: false; readonly failure: FailureCode }
) & {
  /** The best one of the attacker's other copies that a server would let in; `null`: there is none. */
  readonly other: OtherCopy | null;
  /** There is more than one server that could be asked. */
  readonly severalServers: boolean;
};

/** Reads what a step found out about copies; `null` where nobody could have one. */
export function readCopy(moment: Moment): CopyWorth | null {
  const { outcome, state } = moment.lane;
  const { copy } = outcome;
  if (!copy) return null;
  const toOpen = ({ expiresAt, at }: Pick<typeof copy, 'expiresAt' | 'at'>): OpenCopy =>
    readServerEnd(state, expiresAt, at);
  const rest = {
    other: copy.other
      ? { ...toOpen(copy.other), isRefreshToken: copy.other.isRefreshToken ?? false }
      : null,
    severalServers: hasTwoServers(moment),
  };
  if (copy.accepted) return { accepted: true, ...toOpen(copy), ...rest };
  // The engine gives the reason with every refusal.
  return { accepted: false, failure: copy.failure ?? 'tokenClaimsInvalid', ...rest };
}

/** Tells whether the attacker has a copy of what the browser that a step is about dropped last, or, where it dropped nothing, of anything. */
export function isTaken({ lane: { state }, browser }: Moment): boolean {
  const stolen = listStolen(state);
  const dropped = readDiscarded(state, browser);
  return dropped === null ? stolen.length > 0 : stolen.includes(dropped);
}

/** What opens a server: something as it is, or what a refresh token is traded in for. */
export interface Opening extends OpenCopy {
  readonly renews: boolean;
}

function readOpenCopy(moment: Moment): OpenCopy | null {
  const worth = readCopy(moment);
  if (!worth) return null;
  // What was dropped is tried first, whether anybody has taken a copy of it or not.
  return worth.accepted && isTaken(moment) ? worth : worth.other;
}

/** Reads until when something opens a server that was stolen, planted or made, now or once it is traded in; `null`: nobody has such a thing. */
export function readStolenOpening(moment: Moment): Opening | null {
  const copy = readOpenCopy(moment);
  const renewal = readRenewal(moment);
  if (renewal && (!copy || isLater(renewal, copy))) return { ...renewal, renews: true };
  return copy && { ...copy, renews: false };
}

/** Tells whether something that was stolen opens a server after a step. */
export const outlives = (moment: Moment): boolean => readStolenOpening(moment) !== null;
