import { openWay } from '../practise/openWay.ts';
import { usePlayer } from '../usePlayer.ts';
import { formatPlaylist, type Playlist } from './playlist.ts';

/** Opens one of a list's places, and notes that it is the one. */
export async function openItem({ items }: Playlist, at: number): Promise<void> {
  const item = items[at];
  if (!item) return;
  const { chooseScenario, setView } = usePlayer.getState();
  const list = formatPlaylist({ items, at });
  if ('way' in item) {
    openWay(item.way, item.item);
    usePlayer.setState({ list });
    return;
  }
  if ('view' in item) {
    usePlayer.setState({ list, way: null });
    setView(item.view);
    return;
  }
  if (!(await chooseScenario(item.scenarioId, item.step))) return;
  usePlayer.setState({ list, way: null });
  setView('walk');
}

/** Puts the list away; what is open stays. */
export const leaveList = (): void => usePlayer.setState({ list: null });
