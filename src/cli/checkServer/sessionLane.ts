import type { SetCookie } from './cookies.ts';
import type { Lane, Probe } from './lane.ts';
import { openLane } from './lane.ts';
import type { SessionCheck } from './sessionChecks.ts';
import type { CheckSettings } from './settings.ts';
import type { Visitor } from './visitor.ts';

/** The lane of a session server: the walker walks from the login to the logout. */
export interface SessionLane extends Lane {
  readonly walker: Visitor;
  /** A visitor who has not logged in, as long as no probe needs one who did. */
  readonly stranger: Visitor;
  /** The cookie of the session, and the path that it is for; known after the login. */
  cookie: SetCookie | null;
  cookiePath: string;
}

export type SessionProbe = Probe<SessionCheck, SessionLane>;

/** Prepares the lane of a session server. */
export function openSessionLane(server: URL, settings: CheckSettings): SessionLane {
  const lane = openLane(server, settings);
  return { ...lane, walker: lane.open(), stranger: lane.open(), cookie: null, cookiePath: '/' };
}
