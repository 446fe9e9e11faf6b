import { readInspection } from '../inspect/inspections.ts';
import type { Player } from '../playerState.ts';
import type { View } from '../position/views.ts';
import { isGoal } from '../practise/ways.ts';
import { SCENARIO_IDS } from '../runs/scenarioIds.ts';
import { toScenario } from '../runs/toldRun.ts';
import { formatAddress } from './address.ts';

type Picture = Pick<
  Player,
  | 'run'
  | 'cursor'
  | 'columns'
  | 'view'
  | 'original'
  | 'runAddress'
  | 'predict'
  | 'way'
  | 'list'
  | 'task'
>;

const isWayShown = (view: View, way: string | null): boolean =>
  view === 'check' || isGoal(way) || (view === 'reference' && readInspection(way) !== null);

/**
 * Returns the address of the picture on show, for a page of its own or for a frame; `null` when its
 * run is too long for one.
 */
export function toLink(
  picture: Picture,
  { origin, pathname, search }: Pick<Location, 'origin' | 'pathname' | 'search'>,
  embedded = false,
): string | null {
  const { run, cursor, columns, view, original, runAddress, predict, way, list, task } = picture;
  if (original && runAddress === null) return null;
  const scenarioId = toScenario(run).id;
  const [first = scenarioId, ...others] = SCENARIO_IDS;
  const address = {
    scenarioId,
    step: cursor,
    columns,
    view,
    embedded,
    run: runAddress,
    predict,
    // Kept for whoever comes back to it, and not on the screen.
    way: isWayShown(view, way) ? way : null,
    list,
    task,
  };
  return `${origin}${pathname}${search}${formatAddress(address, { scenarios: [first, ...others] })}`;
}
