import { readCarried } from '../carried.ts';
import type { Moment } from '../moment.ts';
import { readStep } from '../moment.ts';
import { findAsked } from '../traffic.ts';

/**
 * Finds the last step of a run at which a link of another site opened a page with the user's
 * credential; `null`: none did. Whoever follows a link is no attacker, but what keeps out forms let it
 * through.
 */
export function findOpeningLink({ frames, strategy, settings }: Moment): number | null {
  const found = frames.findLast((frame) => {
    const { action } = frame;
    if (action?.type !== 'crossSite' || action.vehicle !== 'link') return false;
    const moment = readStep({ frames, scenario: { settings } }, frame)[strategy];
    return (
      moment.lane.outcome.allowed === true && readCarried(findAsked(moment), strategy) !== null
    );
  });
  return found?.step ?? null;
}
