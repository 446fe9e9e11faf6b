import { type Address, formatAddress } from '../address/address.ts';
import { SCENARIO_IDS } from '../runs/scenarioIds.ts';
import type { PlaylistItem } from './playlist.ts';

/** What of an address is the place itself. */
function toPicture(item: PlaylistItem): Partial<Address> {
  if ('view' in item) return { view: item.view };
  if (!('way' in item)) return { scenarioId: item.scenarioId, step: item.step };
  return { view: 'check', way: item.item === null ? item.way : `${item.way}/${item.item}` };
}

/** Returns the address of a list, which opens at its first place. */
export function toItemLink(
  item: PlaylistItem,
  list: string,
  task: boolean,
  { origin, pathname, search }: Pick<Location, 'origin' | 'pathname' | 'search'>,
): string {
  const [walk = '', ...others] = SCENARIO_IDS;
  const hash = formatAddress(
    {
      scenarioId: walk,
      step: 0,
      columns: 'both',
      view: 'walk',
      embedded: false,
      run: null,
      predict: null,
      way: null,
      list,
      task,
      ...toPicture(item),
    },
    { scenarios: [walk, ...others] },
  );
  return `${origin}${pathname}${search}${hash}`;
}
