import { injectScript, steal } from '../attack/theft.ts';
import { crossSite, forge, replay, tamper } from '../attack/visits.ts';
import type { WhatIfRunners } from '../lane.ts';
import { SESSION_ARSENAL } from './arsenal.ts';
import { ban, demote, forget, refresh, restart, rotateSecret } from './operations.ts';
import { plant } from './plant.ts';

/** How the session lane runs the Actions that the walk does not have. */
export const SESSION_WHAT_IFS: WhatIfRunners = {
  restart,
  forget,
  steal: (recorder) => steal(SESSION_ARSENAL, recorder),
  replay: (recorder, action) => replay(SESSION_ARSENAL, recorder, action),
  tamper: (recorder, action) => tamper(SESSION_ARSENAL, recorder, action),
  forge: (recorder, action) => forge(SESSION_ARSENAL, recorder, action),
  injectScript: (recorder, action) => injectScript(SESSION_ARSENAL, recorder, action),
  crossSite: (recorder, action) => crossSite(SESSION_ARSENAL, recorder, action),
  plant,
  rotateSecret,
  ban,
  demote,
  refresh,
};
