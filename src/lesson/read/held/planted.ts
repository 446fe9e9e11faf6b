import { decodeToken } from '../decodeToken.ts';
import type { Moment } from '../moment.ts';
import { findToken, listStolen } from './held.ts';

/** Tells whether the token that servers read of a browser is one that the attacker has made up and planted: it names nobody. */
export function holdsPlantedToken({ lane: { state }, browser }: Moment): boolean {
  const token = findToken(state, browser);
  if (token?.place !== 'cookie' || !listStolen(state).includes(token.value)) return false;
  return decodeToken(token.value).payload?.id === undefined;
}
