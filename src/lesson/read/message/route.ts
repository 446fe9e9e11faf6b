import type { Message } from '../../../sim/message.ts';
import { isFirstBrowser } from '../../told/actorIds.ts';
import type { Moment } from '../moment.ts';
import { hasTwoServers, isServer } from '../server/servers.ts';

/** Who sends or gets a message, by what it is and its ID. */
export type RouteEnd =
  | { readonly type: 'client' | 'store'; readonly id: string }
  | { readonly type: 'server'; readonly id: string; readonly isOneOfTwo: boolean };

/** Who sent a message, and to whom. */
export interface Route {
  readonly from: RouteEnd;
  readonly to: RouteEnd;
  /** It is between the user's first browser, the one server and what that keeps. */
  readonly isUsual: boolean;
}

function toEnd(id: string, { kind }: Message, moment: Moment): RouteEnd {
  if (isServer(id, moment)) return { type: 'server', id, isOneOfTwo: hasTwoServers(moment) };
  return { type: kind === 'store' ? 'store' : 'client', id };
}

function isUsualEnd(end: RouteEnd): boolean {
  if (end.type === 'server') return !end.isOneOfTwo;
  return end.type === 'store' || isFirstBrowser(end.id);
}

/** Reads who sent a message, and to whom. */
export function readRoute(message: Message, moment: Moment): Route {
  const [from, to] = [toEnd(message.from, message, moment), toEnd(message.to, message, moment)];
  return { from, to, isUsual: isUsualEnd(from) && isUsualEnd(to) };
}
