import { injectScript, steal } from '../attack/theft.ts';
import { crossSite, forge, replay, tamper } from '../attack/visits.ts';
import type { WhatIfRunners } from '../lane.ts';
import { TOKEN_ARSENAL } from './arsenal.ts';
import { ban, demote, forget, plant, restart, rotateSecret } from './operations.ts';
import { refresh } from './refresh.ts';

/** How the token lane runs the Actions that the walk does not have. */
export const TOKEN_WHAT_IFS: WhatIfRunners = {
  restart,
  forget,
  steal: (recorder) => steal(TOKEN_ARSENAL, recorder),
  replay: (recorder, action) => replay(TOKEN_ARSENAL, recorder, action),
  tamper: (recorder, action) => tamper(TOKEN_ARSENAL, recorder, action),
  forge: (recorder, action) => forge(TOKEN_ARSENAL, recorder, action),
  injectScript: (recorder, action) => injectScript(TOKEN_ARSENAL, recorder, action),
  crossSite: (recorder, action) => crossSite(TOKEN_ARSENAL, recorder, action),
  plant,
  rotateSecret,
  ban,
  demote,
  refresh,
};
