import groups from 'virtual:scenario-list';
import { PLACE_NAMES } from '../../lesson/texts/panels/header.ts';
import { PLAYLIST_TEXTS } from '../../lesson/texts/panels/share/playlist.ts';
import { WAY_WORDS } from '../../lesson/texts/practise/ways.ts';
import { nameWayItem } from './nameWayItem.ts';
import type { PlaylistItem } from './playlist.ts';

const TITLES = new Map(groups.flatMap(([, scenarios]) => scenarios));

/** Says what a place of a list is. */
export function sayItem(item: PlaylistItem): string {
  if ('way' in item) {
    const { name } = WAY_WORDS[item.way];
    return item.item === null
      ? name
      : PLAYLIST_TEXTS.sayItem(name, nameWayItem(item.way, item.item));
  }
  if ('view' in item) return PLACE_NAMES[item.view];
  return PLAYLIST_TEXTS.sayStep(TITLES.get(item.scenarioId) ?? item.scenarioId, item.step);
}
