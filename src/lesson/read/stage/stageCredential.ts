import { isPair } from '../../../sim/cookieSession/pair.ts';
import type { StepKind } from '../../../sim/stepKind.ts';
import type { CredentialPlace } from '../../telling.ts';
import { isFirstBrowser } from '../../told/actorIds.ts';
import { readCarried } from '../carried.ts';
import { findCookie, findToken, listCredentials, readDiscarded } from '../held/held.ts';
import type { Moment } from '../moment.ts';
import { toSid } from '../sid.ts';
import type { Traffic } from '../traffic.ts';
import { readTraffic } from '../traffic.ts';

/** The credential of the user's first browser, as one thing. */
export interface LocatedCredential {
  /** The session ID, or the token. */
  readonly value: string;
  readonly place: CredentialPlace;
  /** The client has just thrown it away. */
  readonly gone: boolean;
  /** It is where it was already, though an answer came: it did not travel back. */
  readonly stays: boolean;
}

const LOGOUT_KINDS: ReadonlySet<StepKind> = new Set([
  'logout.request',
  'logout.cleanup',
  'logout.whole',
  'logout.everywhere',
]);

/** Reads what the user's first browser throws away in the Action of a step; `null` for nothing, or where another one acts. */
function readDropped({ lane, kind, browser, frames, step, earlier, strategy }: Moment) {
  if (!isFirstBrowser(browser) || !LOGOUT_KINDS.has(kind)) return null;
  const dropped = readDiscarded(lane.state);
  const start = frames[step - earlier.length - 1]?.[strategy].state;
  if (!dropped || !start) return null;
  // It may have thrown that away at an earlier logout.
  return listCredentials(strategy, start).includes(dropped) ? dropped : null;
}

/** Reads where the credential of the user's first browser is; what others send is not on its wire. */
export function readStageCredential(
  moment: Moment,
  { request, response, waiting, issued, fromBelow }: Traffic = readTraffic(moment),
): LocatedCredential | null {
  const { strategy, kind } = moment;
  const { state } = moment.lane;
  const isAnswer = kind === 'request.respond';
  const isSession = strategy === 'session';
  const held = (isSession ? findCookie(state)?.value : findToken(state)?.value) ?? null;
  const toValue = (found: string) => (isSession ? toSid(found) : found);
  const toFound = (found: string, place: CredentialPlace, gone = false) => {
    const value = toValue(found);
    return value ? { value, place, gone, stays: isAnswer && place === 'client' } : null;
  };
  if (!fromBelow) {
    const given = readCarried(response, strategy)?.value;
    const sent = readCarried(request, strategy)?.value;
    const handled = readCarried(waiting, strategy)?.value;
    if (given && given !== held) return toFound(given, 'response');
    if (sent && !response) return toFound(sent, 'request');
    // In a step with question and answer it crosses as what they carry, while the client keeps its own.
    if (held && (sent === held || (request && given === held))) return null;
    if (issued) {
      const value = isPair(issued) ? toSid(issued) : issued;
      return { value, place: 'server', gone: false, stays: false };
    }
    if (handled) return toFound(handled, 'server');
  }
  if (held) return toFound(held, 'client');
  const dropped = readDropped(moment);
  return dropped ? toFound(dropped, 'client', true) : null;
}
