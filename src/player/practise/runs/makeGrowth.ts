import { GROWTH_ACTIONS } from '../../../lesson/exercises/measures.ts';
import type { PerLane } from '../../../lesson/telling.ts';
import { countTrace } from '../../../sim/counts.ts';
import { LOGIN_TO_LOGOUT } from '../../../sim/scenarios.ts';
import { runScenario } from '../../../sim/trace.ts';

/** What crossed the wire in each lane, after the login and after each request. */
export interface Growth {
  /** Bytes in both directions, by the number of requests. */
  readonly bytes: readonly PerLane<number>[];
  /** The number of requests after which it is the other lane that has sent more; `null`: none is. */
  readonly crossing: number | null;
}

/** Runs a login and many requests, and counts after each. */
export async function makeGrowth(): Promise<Growth> {
  const trace = await runScenario({ ...LOGIN_TO_LOGOUT, actions: GROWTH_ACTIONS });
  const bytes = trace.frames.slice(1).map(({ step }) => {
    const { session, token } = countTrace(trace, step);
    return {
      session: session.clientBytes + session.serverBytes,
      token: token.clientBytes + token.serverBytes,
    };
  });
  const signs = bytes.map(({ session, token }) => Math.sign(token - session));
  const crossing = signs.findIndex((sign) => sign !== 0 && sign !== signs[0]);
  return { bytes, crossing: crossing < 0 ? null : crossing };
}
