import { PLAYLIST_NOTICES } from '../../lesson/texts/panels/share/playlist.ts';
import { quote } from '../address/quote.ts';
import { readWay, type Way } from '../practise/ways.ts';
import { SCENARIO_IDS } from '../runs/scenarioIds.ts';

/** The places of the page that are worth a visit whatever is on the stage. */
export const LIST_PLACES = ['breaks', 'check', 'reference'] as const;

/** A place of a list: a Scenario at a step, a place of the page, or a way to learn and what of it. */
export type PlaylistItem =
  | { readonly scenarioId: string; readonly step: number }
  | { readonly view: (typeof LIST_PLACES)[number] }
  | { readonly way: Way; readonly item: string | null };

/** Places that a teacher has put in a row, and which of them is open, from 0. */
export interface Playlist {
  readonly items: readonly PlaylistItem[];
  readonly at: number;
}

/** Places that a list may have. */
export const MAX_ITEMS = 20;

/** `2:` before the places: the second is open. */
const SHAPE = /^(?:(\d{1,3}):)?(.*)$/;

function readItem(text: string): PlaylistItem | null {
  const [, id = '', step = '0'] = /^([\w-]+)(?:@(\d{1,5}))?$/.exec(text) ?? [];
  if (SCENARIO_IDS.includes(id)) return { scenarioId: id, step: Number(step) };
  const view = LIST_PLACES.find((one) => one === text);
  return view ? { view } : readWay(text);
}

const writeItem = (item: PlaylistItem): string => {
  if ('view' in item) return item.view;
  if ('way' in item) return item.item === null ? item.way : `${item.way}/${item.item}`;
  return item.step === 0 ? item.scenarioId : `${item.scenarioId}@${item.step}`;
};

/** Writes a list for an address, e.g. `2:wrong-password,stolen-then-logout@8,why`. */
export const formatPlaylist = ({ items, at }: Playlist): string =>
  `${at === 0 ? '' : `${at + 1}:`}${items.map(writeItem).join(',')}`;

/**
 * Reads a list from any text: of what is wrong with it the rest is left, and each kind of fault gives a
 * notice. `null` when nothing is left.
 */
export function parsePlaylist(text: string): {
  readonly playlist: Playlist | null;
  readonly notices: readonly string[];
} {
  const [, place, rest = ''] = SHAPE.exec(text) ?? [];
  const parts = rest.split(',').filter((part) => part !== '');
  const read = parts.map((part) => ({ part, item: readItem(part) }));
  const unknown = read.filter(({ item }) => item === null).map(({ part }) => quote(part));
  const known = read.flatMap(({ item }) => item ?? []);
  const items = known.slice(0, MAX_ITEMS);
  const at = Math.min(Math.max(Number(place ?? 1), 1), items.length) - 1;
  const notices = [
    ...(unknown.length > 0 ? [PLAYLIST_NOTICES.sayUnknown(unknown.slice(0, 3))] : []),
    ...(known.length > MAX_ITEMS ? [PLAYLIST_NOTICES.sayTooLong(MAX_ITEMS)] : []),
    ...(items.length === 0 ? [PLAYLIST_NOTICES.empty] : []),
    ...(items.length > 0 && place !== undefined && Number(place) !== at + 1
      ? [PLAYLIST_NOTICES.sayNoPlace(place, at + 1)]
      : []),
  ];
  return { playlist: items.length === 0 ? null : { items, at }, notices };
}
