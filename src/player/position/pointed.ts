import type { Variable } from '../../lesson/telling.ts';
import type { Strategy } from '../../sim/strategy.ts';

/** Where to look: a lane's cell in the execution table, or a cell of the variable tracker. */
export type Place = { readonly table: Strategy } | { readonly variable: Variable };

/** What "Show me" or a key moment marks on the page. */
export interface Pointed {
  readonly step: number;
  readonly place: Place;
}

/** Names the lane that a place belongs to. */
export function toPlaceLane(place: Place): Strategy {
  if ('table' in place) return place.table;
  return place.variable === 'token' ? 'token' : 'session';
}
