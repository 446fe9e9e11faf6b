import type { PlantWay } from '../../../sim/action.ts';
import { readPlantedOn } from '../held/replaced.ts';
import type { Moment } from '../moment.ts';

/** A cookie that the attacker plants in the user's browser. */
export interface Planting {
  readonly by: PlantWay;
  /** It was made up; else the server gave it to the attacker. */
  readonly invented: boolean;
  /** What it does to the cookie by which the user is logged in; `none`: there is no such cookie. */
  readonly on: 'beside' | 'inItsPlace' | 'none';
}

/** Reads what is planted in a step; `null` where nothing is. */
export function readPlanting(moment: Moment): Planting | null {
  const { action } = moment;
  if (action?.type !== 'plant') return null;
  const { by = 'script', invented = false } = action;
  return { by, invented, on: readPlantedOn(moment) ?? 'none' };
}
