import { create } from 'zustand';
import { readWay } from '../practise/ways.ts';
import { toScenario } from '../runs/toldRun.ts';
import { usePlayer } from '../usePlayer.ts';
import { LIST_PLACES, MAX_ITEMS, type PlaylistItem } from './playlist.ts';

interface Draft {
  readonly items: readonly PlaylistItem[];
  readonly task: boolean;
  /** Puts the place that is open at the end. */
  add(item: PlaylistItem): void;
  remove(index: number): void;
  setTask(task: boolean): void;
}

/** The list that a teacher is putting together; it lasts as long as the page is open. */
export const useDraft = create<Draft>()((set) => ({
  items: [],
  task: false,
  add: (item) => set(({ items }) => ({ items: [...items, item].slice(0, MAX_ITEMS) })),
  remove: (index) => set(({ items }) => ({ items: items.filter((_, i) => i !== index) })),
  setTask: (task) => set({ task }),
}));

/** Returns the place that is open, for a list; `null` in a run of one's own, which has a link of its own. */
export function useOpenPlace(): PlaylistItem | null {
  const view = usePlayer((player) => LIST_PLACES.find((one) => one === player.view));
  const way = usePlayer((player) => (player.view === 'check' ? player.way : null));
  const id = usePlayer(({ run, original }) => (original ? null : toScenario(run).id));
  const step = usePlayer((player) => player.cursor);
  const open = readWay(way);
  if (open) return open;
  if (view) return { view };
  return id === null ? null : { scenarioId: id, step };
}
