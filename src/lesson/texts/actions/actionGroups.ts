import type { Action, ActionType } from '../../../sim/action.ts';
import { isAttackersBrowser } from '../../told/actorIds.ts';

/** Who acts in a what-if, in the order in which they are offered. */
export const ACTION_GROUPS = ['The user', 'Time', 'The attacker', 'The operator'] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

const GROUPS: Readonly<Record<ActionType, ActionGroup>> = {
  login: 'The user',
  request: 'The user',
  logout: 'The user',
  logoutEverywhere: 'The user',
  changePassword: 'The user',
  forget: 'The user',
  back: 'The user',
  leave: 'The user',
  startSlow: 'The user',
  finishSlow: 'The user',
  refreshTwice: 'The user',
  refresh: 'The user',
  wait: 'Time',
  end: 'Time',
  steal: 'The attacker',
  replay: 'The attacker',
  tamper: 'The attacker',
  forge: 'The attacker',
  injectScript: 'The attacker',
  crossSite: 'The attacker',
  plant: 'The attacker',
  restart: 'The operator',
  storeOutage: 'The operator',
  rotateSecret: 'The operator',
  ban: 'The operator',
  demote: 'The operator',
};

/** Returns who does an Action; what is sent in the attacker's name is the attacker's. */
export const toActionGroup = (action: Action): ActionGroup =>
  'client' in action && isAttackersBrowser(action.client) ? 'The attacker' : GROUPS[action.type];
