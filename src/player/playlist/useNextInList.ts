import { usePlayer } from '../usePlayer.ts';

/** Tells whether a list that was read goes on after the place that is open, from `2:a,b`. */
export function hasNext(list: string): boolean {
  const [first = '', ...rest] = list.split(/[:,]/);
  const at = Number(first);
  return Number.isInteger(at) ? at < rest.length : rest.length > 0;
}

async function openNext(): Promise<void> {
  const { list } = usePlayer.getState();
  const [{ parsePlaylist }, { openItem }] = await Promise.all([
    import('./playlist.ts'),
    import('./playlistVerbs.ts'),
  ]);
  const { playlist } = parsePlaylist(list ?? '');
  if (playlist) await openItem(playlist, playlist.at + 1);
}

/** Returns what opens the next place of a teacher's list; `null` without a list, and at its end. */
export function useNextInList(): (() => void) | null {
  const isThere = usePlayer(({ list }) => list !== null && hasNext(list));
  return isThere ? () => void openNext() : null;
}
