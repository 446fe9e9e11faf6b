import type { FailureCode } from '../../sim/outcome.ts';
import type { Moment } from './moment.ts';
import type { ServerEnd } from './serverEnd.ts';
import { readServerEnd } from './serverEnd.ts';

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
export function readCopy({ lane: { outcome, state } }: Moment): CopyWorth | null {
  const { copy } = outcome;
  if (!copy) return null;
  const toOpen = ({ expiresAt, at }: Pick<typeof copy, 'expiresAt' | 'at'>): OpenCopy =>
    readServerEnd(state, expiresAt, at);
  const rest = {
    other: copy.other
      ? { ...toOpen(copy.other), isRefreshToken: copy.other.isRefreshToken ?? false }
      : null,
    severalServers: Object.keys(state.servers).length > 1,
  };
  if (copy.accepted) return { accepted: true, ...toOpen(copy), ...rest };
  // The engine gives the reason with every refusal.
  return { accepted: false, failure: copy.failure ?? 'tokenClaimsInvalid', ...rest };
}

/** Tells whether anything that somebody could have copied opens a server now. */
export function opensAnything(moment: Moment): boolean {
  const worth = readCopy(moment);
  return worth !== null && (worth.accepted || worth.other !== null);
}
