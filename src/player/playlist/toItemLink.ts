import { formatAddress } from '../address/address.ts';
import { SCENARIO_IDS } from '../runs/scenarioIds.ts';
import type { PlaylistItem } from './playlist.ts';

/** Returns the address of a list, which opens at its first place. */
export function toItemLink(
  item: PlaylistItem,
  list: string,
  task: boolean,
  { origin, pathname, search }: Pick<Location, 'origin' | 'pathname' | 'search'>,
): string {
  const [walk = '', ...others] = SCENARIO_IDS;
  const isWay = 'way' in item;
  const hash = formatAddress(
    {
      scenarioId: isWay ? walk : item.scenarioId,
      step: isWay ? 0 : item.step,
      columns: 'both',
      view: isWay ? 'check' : 'walk',
      embedded: false,
      run: null,
      predict: null,
      way: isWay ? (item.item === null ? item.way : `${item.way}/${item.item}`) : null,
      list,
      task,
    },
    { scenarios: [walk, ...others] },
  );
  return `${origin}${pathname}${search}${hash}`;
}
