import type { Reply } from './exchange.ts';
import { findLeak, type Leak } from './leak.ts';
import type { Finding, Notes, Recorder } from './recorder.ts';
import type { CheckSettings } from './settings.ts';
import type { SharedCheck } from './sharedChecks.ts';
import type { OpenVisitor } from './visitor.ts';
import { prepareVisitors } from './visitor.ts';
import { WireError } from './wireError.ts';

/** What the probes of a lane share. What they find out for each other is filled in on the way. */
export interface Lane {
  readonly server: URL;
  readonly settings: CheckSettings;
  readonly open: OpenVisitor;
  /** The profile as it was given to who was logged in; `null` before that. */
  granted: Reply | null;
  readonly leaks: Record<'login' | 'profile', { refusals: number; first: Leak | null }>;
}

/** A few exchanges that settle some checks. When the wire fails, the first unsettled one has failed. */
export interface Probe<Id extends string, L extends Lane> {
  readonly checks: readonly Id[];
  /** Left out when nobody could log in. */
  readonly needsLogin: boolean;
  run(lane: L, notes: Notes<Id>): Promise<void>;
}

/** Prepares a lane; refusals are searched for what they give away. */
export function openLane(server: URL, settings: CheckSettings): Lane {
  const leaks: Lane['leaks'] = {
    login: { refusals: 0, first: null },
    profile: { refusals: 0, first: null },
  };
  const base = server.pathname.replace(/\/$/, '');
  const watch = ({ method, path, status, text }: Reply) => {
    if (status < 400 || path === base + settings.logoutPath) return;
    const place = leaks[method === 'POST' ? 'login' : 'profile'];
    place.refusals += 1;
    place.first ??= findLeak(text);
  };
  const open = prepareVisitors(server, settings, watch);
  return { server, settings, open, granted: null, leaks };
}

function recordLeaks({ leaks }: Lane, notes: Notes<SharedCheck>) {
  for (const place of ['login', 'profile'] as const) {
    const { first, refusals } = leaks[place];
    const id = `${place}.errorText` as const;
    if (first) notes.mark(id, first.isInside ? 'fail' : 'warn', first.excerpt);
    else if (refusals > 0) notes.mark(id, 'pass', `nothing of the kind in ${refusals} refusals`);
  }
}

/** Runs the probes of a lane one after the other, as far as the server lets them. */
export async function runProbes<Id extends string, L extends Lane>(
  lane: L,
  recorder: Recorder<Id | SharedCheck>,
  probes: readonly Probe<Id | SharedCheck, L>[],
): Promise<Finding[]> {
  let untried = 'not tried, because nobody could log in';
  for (const { checks, needsLogin, run } of probes) {
    if (needsLogin && !lane.granted) continue;
    try {
      await run(lane, recorder);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      const first = checks.find((id) => !recorder.has(id));
      if (first) recorder.mark(first, 'fail', error.message);
      for (const id of checks) recorder.mark(id, 'not applicable', `not tried: ${error.message}`);
      if (!error.isFinal) continue;
      untried = `not tried: ${error.message}`;
      break;
    }
  }
  recordLeaks(lane, recorder);
  return recorder.toFindings(untried);
}
