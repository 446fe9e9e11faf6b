import { getUser } from '../../../sim/lanes/user.ts';
import { endsAtPasswordChange } from '../action/account.ts';
import { readBrowser } from '../actor.ts';
import type { Moment } from '../moment.ts';

/**
 * By what the access was ended that a user's browser goes on to use: `here`, by a logout in the same
 * browser; `elsewhere`, by one in another that is for all; else by who runs the servers.
 */
export type EndedBy = 'banned' | 'roleTaken' | 'here' | 'elsewhere';

/** What asks for nothing that an end could keep back: a login asks anew, and a report was let in before. */
const FREE: ReadonlySet<string> = new Set(['login', 'logout', 'logoutEverywhere', 'finishSlow']);

/** What begins a user's access, or may end it. */
const ENDS: ReadonlySet<string> = new Set([
  'login',
  'logout',
  'logoutEverywhere',
  'changePassword',
]);

/** Tells whether what ends at a step was refused in any of its phases up to there. */
function isRefused({ frames, strategy }: Moment, end: number): boolean {
  const index = frames[end]?.actionIndex;
  for (let at = end; frames[at]?.actionIndex === index; at--)
    if (frames[at]?.[strategy].outcome.failure) return true;
  return false;
}

/** Reads which was last for the browser of a step: its login, or a logout that was for it. */
function readLoggedOut(moment: Moment): EndedBy | null {
  const { frames, step, strategy, browser } = moment;
  for (let at = step - 1; at > 0; at--) {
    const frame = frames[at];
    if (!frame?.action || frame.actionIndex === frames[step]?.actionIndex) continue;
    const { action } = frame;
    if (!ENDS.has(action.type) || isRefused(moment, at)) continue;
    const isHere = readBrowser(action) === browser;
    const { status } = frame[strategy].outcome;
    if (action.type === 'login' && isHere && status === 200) return null;
    if (action.type === 'logout' && isHere) return 'here';
    const isForAll =
      action.type === 'logoutEverywhere' ||
      (action.type === 'changePassword' && endsAtPasswordChange(moment));
    if (isForAll) return isHere ? 'here' : 'elsewhere';
  }
  return null;
}

/** Reads what ended the access that this browser still tries to use; `null`: nothing has. */
export function readEndedBy(moment: Moment): EndedBy | null {
  const { action, actor, lane, settings } = moment;
  if (actor.who !== 'user' || !action) return null;
  const { banned, role } = getUser(lane.state, settings);
  if (banned && action.type !== 'finishSlow') return 'banned';
  const isForRole = action.type === 'request' && action.target === '/admin';
  if (isForRole && role !== (settings.user.role ?? 'user')) return 'roleTaken';
  return FREE.has(action.type) ? null : readLoggedOut(moment);
}
