import type { SentCookie } from '../shared/jar.ts';
import type { Lane, Probe } from '../shared/lane.ts';
import { openLane } from '../shared/lane.ts';
import type { CheckSettings } from '../shared/settings.ts';
import type { Visitor } from '../shared/visitor.ts';
import type { SessionCheck } from './sessionChecks.ts';

/** The lane of a session server: the walker walks from the login to the logout. */
export interface SessionLane extends Lane {
  readonly walker: Visitor;
  /** A visitor who has not logged in, as long as no probe needs one who did. */
  readonly stranger: Visitor;
  /** The cookie of the session, known after the login. */
  cookie: SentCookie | null;
}

export type SessionProbe = Probe<SessionCheck, SessionLane>;

/** Prepares the lane of a session server. */
export function openSessionLane(server: URL, settings: CheckSettings): SessionLane {
  const lane = openLane(server, settings);
  return { ...lane, walker: lane.open(), stranger: lane.open(), cookie: null };
}
