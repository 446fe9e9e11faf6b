import { VISITS } from './kinds.ts';
import { toSteps } from './phases.ts';

const REPLAY = toSteps(VISITS.replay);
const TAMPER = toSteps(VISITS.tamper);
const FORGE = toSteps(VISITS.forge);
const CROSS_SITE = toSteps(VISITS.crossSite);
const RIDE = toSteps(VISITS.ride);

/** The words of every request that is not simply the user's own. */
export const FOREIGN_VISITS = {
  'replay.send': REPLAY.send,
  'replay.verify': REPLAY.verify,
  'replay.respond': REPLAY.respond,
  'replay.whole': REPLAY.whole,
  'tamper.send': TAMPER.send,
  'tamper.verify': TAMPER.verify,
  'tamper.respond': TAMPER.respond,
  'tamper.whole': TAMPER.whole,
  'forge.send': FORGE.send,
  'forge.verify': FORGE.verify,
  'forge.respond': FORGE.respond,
  'forge.whole': FORGE.whole,
  'crossSite.send': CROSS_SITE.send,
  'crossSite.verify': CROSS_SITE.verify,
  'crossSite.respond': CROSS_SITE.respond,
  'crossSite.whole': CROSS_SITE.whole,
  'ride.send': RIDE.send,
  'ride.verify': RIDE.verify,
  'ride.respond': RIDE.respond,
  'ride.whole': RIDE.whole,
};
