import type { Carried, Message } from '../../../sim/message.ts';
import type { Strategy } from '../../../sim/strategy.ts';
import { isSecondServer } from '../../told/actorIds.ts';
import {
  carriesPassword,
  clearsCookie,
  readCarried,
  readRefreshPart,
  readRefreshToken,
} from '../carried.ts';
import type { HttpLine } from '../message/httpLine.ts';
import { toHttpLine } from '../message/httpLine.ts';
import type { Route } from '../message/route.ts';
import { readRoute } from '../message/route.ts';
import type { Moment } from '../moment.ts';
import { readTraffic } from '../traffic.ts';
import { readStageCredential } from './stageCredential.ts';

/** What a message carries, in one word: a credential as what it is. */
export type Cargo =
  | { readonly type: 'credential'; readonly value: string }
  | { readonly type: 'password' | 'nothing' }
  | { readonly type: 'status'; readonly status: number };

/** The part of a message that carries the credential; `expiredCookie`: a Set-Cookie that takes it away. */
export type Vehicle = Carried['in'] | 'expiredCookie';

/** A message on the wire. */
interface OnWire {
  readonly line: HttpLine;
  readonly route: Route;
  /** It goes to the second server. */
  readonly toSecond: boolean;
  /** It goes there or comes from there. */
  readonly second: boolean;
}

/** One direction of the wire. */
export type TrackFacts =
  | { readonly type: 'quiet' }
  /** A request has arrived and is not answered yet. */
  | ({ readonly type: 'delivered' } & OnWire)
  | ({
      readonly type: 'crossing';
      /** `null`: it is the credential of the user's first browser, which is drawn by itself. */
      readonly cargo: Cargo | null;
      /** `null` where no part carries any. */
      readonly vehicle: Vehicle | null;
      /** Beside the credential there is a password in the body. */
      readonly withPassword: boolean;
      /** The part in which a refresh token comes beside the credential; `null` where none does. */
      readonly withRefresh: 'body' | 'Set-Cookie' | null;
    } & OnWire);

/** What crosses the wire in a step, or has crossed it and waits for its answer. */
export interface WireFacts {
  readonly fromBelow: boolean;
  /** Question and answer are one step. */
  readonly folded: boolean;
  readonly request: TrackFacts;
  readonly response: TrackFacts;
}

function readCargo(message: Message, strategy: Strategy): Cargo {
  const value = readCarried(message, strategy)?.value ?? readRefreshToken(message);
  if (value !== null) return { type: 'credential', value };
  const line = toHttpLine(message);
  if (line.kind === 'response') return { type: 'status', status: line.status };
  return { type: carriesPassword(message) ? 'password' : 'nothing' };
}

/** Reads in which part of a message stands what it is drawn with: the credential, before all else. */
function readVehicle(message: Message, strategy: Strategy): Vehicle | null {
  if (clearsCookie(message)) return 'expiredCookie';
  const carried = readCarried(message, strategy);
  if (carried) return carried.part;
  if (message.kind !== 'request') return null;
  const refresh = message.carries.filter(({ what }) => what === 'refreshToken');
  if (refresh.some((one) => one.in === 'Cookie')) return 'Cookie';
  return refresh.length > 0 || carriesPassword(message) ? 'body' : null;
}

function toOnWire(message: Message, moment: Moment): OnWire {
  const [toSecond, fromSecond] = [message.to, message.from].map(isSecondServer);
  return {
    line: toHttpLine(message),
    route: readRoute(message, moment),
    toSecond: toSecond === true,
    second: toSecond === true || fromSecond === true,
  };
}

function readTrack(
  moment: Moment,
  message: Message | null,
  waiting: Message | null,
  isDrawn: boolean,
): TrackFacts {
  const { strategy } = moment;
  if (message)
    return {
      type: 'crossing',
      cargo: isDrawn ? null : readCargo(message, strategy),
      vehicle: readVehicle(message, strategy),
      withPassword: readCarried(message, strategy) !== null && carriesPassword(message),
      withRefresh: message.kind === 'response' ? readRefreshPart(message) : null,
      ...toOnWire(message, moment),
    };
  return waiting ? { type: 'delivered', ...toOnWire(waiting, moment) } : { type: 'quiet' };
}

/** Reads what crosses the wire in a step, or has crossed it and waits for its answer. */
export function readWire(moment: Moment): WireFacts {
  const traffic = readTraffic(moment);
  const { request, response, waiting, fromBelow } = traffic;
  const place = readStageCredential(moment, traffic)?.place;
  return {
    fromBelow,
    folded: request !== null && response !== null,
    request: readTrack(moment, request, waiting, place === 'request'),
    response: readTrack(moment, response, null, place === 'response'),
  };
}
