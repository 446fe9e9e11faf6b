import type { Action } from '../../sim/action.ts';
import type { SettingsChange } from '../../sim/scenarios/toScenarios.ts';

/** One thing that makes another run of a run: a setting, or what is done before its last Action. */
export type Twist = { readonly change: SettingsChange } | { readonly before: Action };

/** What tests change, by the name that an address has for it: nothing that Learn and Challenge do not show. */
export const TWISTS: Readonly<Record<string, Twist>> = {
  persistent: { change: { session: { store: 'persistent' } } },
  'in-cookie': { change: { session: { dataIn: 'cookie' } } },
  'not-destroyed': { change: { session: { destroyAtLogout: false } } },
  'not-cleared': { change: { session: { clearCookieAtLogout: false } } },
  'no-max-age': { change: { session: { lifetime: null } } },
  rolling: { change: { session: { rolling: true } } },
  'all-end': { change: { session: { endAllAtPasswordChange: true } } },
  'deny-list': { change: { token: { denyList: true } } },
  iat: { change: { token: { comparesIat: true } } },
  'in-memory': { change: { token: { keptIn: 'memory' } } },
  minute: { change: { token: { lifetime: 60 } } },
  'random-secret': { change: { secretAtBoot: 'random' } },
  restart: { before: { type: 'restart' } },
  wait: { before: { type: 'wait', seconds: 60 } },
  'wait-exp': { before: { type: 'wait', until: 'token' } },
  reload: { before: { type: 'leave', how: 'reload' } },
  leave: { before: { type: 'leave', how: 'browser' } },
  logout: { before: { type: 'logout', fold: true } },
  'new-secret': { before: { type: 'rotateSecret', how: 'replace' } },
  'new-password': { before: { type: 'changePassword' } },
  ban: { before: { type: 'ban' } },
};
