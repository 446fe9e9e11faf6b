import { formatAddress } from './address.ts';
import type { Player } from './playerState.ts';
import { SCENARIO_IDS } from './scenarioList.ts';

type Picture = Pick<Player, 'trace' | 'cursor' | 'columns' | 'original' | 'runAddress'>;

/** Returns the address of the picture on show; `null` when its run is too long for one. */
export function toLink(picture: Picture, { origin, pathname, search }: Location): string | null {
  const { trace, cursor, columns, original, runAddress } = picture;
  if (original && runAddress === null) return null;
  const [first = trace.scenario.id, ...others] = SCENARIO_IDS;
  const address = { scenarioId: trace.scenario.id, step: cursor, columns, run: runAddress };
  return `${origin}${pathname}${search}${formatAddress(address, { scenarios: [first, ...others] })}`;
}
