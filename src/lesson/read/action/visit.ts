import type { ActionOf } from '../../../sim/action.ts';
import { toForeignOrigin } from '../../../sim/client/foreignSite.ts';
import type { StoredCookie } from '../../../sim/client/jar.ts';
import { isSameSite } from '../../../sim/client/site.ts';
import type { StepKind } from '../../../sim/stepKind.ts';
import { VISITS } from '../../../sim/stepKind.ts';
import { decodeToken } from '../decodeToken.ts';
import { findCookie, findToken, findTokenCookie, readDiscarded } from '../held/held.ts';
import type { Moment } from '../moment.ts';
import type { ServerEnd } from '../server/serverEnd.ts';
import { readServerEnd } from '../server/serverEnd.ts';
import { findAsked } from '../traffic.ts';

/** The page of another site that starts a request. */
export interface ForeignPage {
  /** Host and port. */
  readonly host: string;
  readonly isSameSite: boolean;
  readonly vehicle: ActionOf<'crossSite'>['vehicle'];
  readonly site: 'evil' | 'sibling';
}

/** Reads which page of another site starts a request. */
export function readForeignPage(
  { settings: { origin } }: Moment,
  { vehicle, from = 'evil' }: ActionOf<'crossSite'>,
): ForeignPage {
  const foreign = toForeignOrigin(origin, from);
  return {
    host: new URL(foreign).host,
    isSameSite: isSameSite(foreign, origin),
    vehicle,
    site: from,
  };
}

/** What a browser could attach to a request by itself. */
export type Attachable =
  | { readonly type: 'cookie'; readonly sameSite: StoredCookie['sameSite'] }
  /** The page's code keeps a token, which no browser attaches. */
  | { readonly type: 'tokenOfPage' }
  | { readonly type: 'nothing' };

/** Reads what the user's browser could attach to a request by itself: of what it had before the answer came. */
export function readAttachable({ lane, before, strategy }: Moment): Attachable {
  const { state } = before ?? lane;
  const cookie = strategy === 'session' ? findCookie(state) : findTokenCookie(state);
  if (cookie) return { type: 'cookie', sameSite: cookie.sameSite };
  const held = strategy === 'token' && findToken(state) !== null;
  return { type: held ? 'tokenOfPage' : 'nothing' };
}

/** Tells whether the server believed a token that asks for no signature. */
export const isUnsigned = ({ lane: { outcome } }: Moment): boolean =>
  outcome.proof !== null && decodeToken(outcome.proof.credential).header?.alg === 'none';

/** Returns the target that a visit asks for, also where only its answer is in the step. */
export const readAskedTarget = (moment: Moment): string =>
  findAsked(moment)?.target ??
  moment.lane.messages.find(({ kind }) => kind === 'response')?.target ??
  '';

/** A copy that opens the server although its holder has logged out. */
export interface SurvivingCopy {
  /** There is a deny-list, which does not have its jti. */
  readonly isUnlisted: boolean;
  readonly end: ServerEnd;
}

/** Reads whether a replayed token is the one that its holder dropped; `null` where it is not. */
export function readSurvivor({ lane, strategy, server }: Moment): SurvivingCopy | null {
  const { outcome, state } = lane;
  const { copy, proof } = outcome;
  if (strategy !== 'token' || !proof || proof.credential !== readDiscarded(state)) return null;
  // A leeway prolongs a copy beyond the exp that is in it.
  const expiresAt = copy ? copy.expiresAt : proof.expiresAt;
  const isUnlisted = state.servers.server?.denyList !== null;
  return { isUnlisted, end: readServerEnd(state, expiresAt, copy?.at ?? server) };
}

/** The user's own request, by the phase of a visit. */
const SERVED: Readonly<Record<string, StepKind>> = {
  send: 'request.send',
  verify: 'request.verify',
  respond: 'request.respond',
  whole: 'request.whole',
};

/** Reads the kind of the user's own request in which the server does the same as in a foreign visit's; `null` for any other kind. */
export function readServedKind(kind: StepKind): StepKind | null {
  const [visit, phase = ''] = kind.split('.');
  const isForeign = VISITS.some((one) => one !== 'request' && one === visit);
  return isForeign ? (SERVED[phase] ?? null) : null;
}
