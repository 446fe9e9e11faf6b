import { readInspection } from '../inspect/inspections.ts';
import type { PlayerStore } from '../player.ts';
import { readWay } from '../practise/ways.ts';

/** Sets an attribute that has no value, or takes it away. */
const mark = (root: HTMLElement, name: string, isOn: boolean) => {
  if (isOn) root.dataset[name] = '';
  else delete root.dataset[name];
};

/**
 * Keeps what is open on the root, by which the style sheet shows it: the place as `data-view`,
 * `data-way` where a way to learn is open, `data-inspect` where something is pasted, `data-embed`,
 * `data-present`, and `data-verdict`: whether how a step came out is held back. Returns what ends it.
 */
export function syncView(player: PlayerStore, root: HTMLElement): () => void {
  const show = () => {
    const { view, way, embedded, presenting, verdict } = player.getState();
    root.dataset.view = view;
    // Not by the part itself, which wakes when it is seen, and is seen by this.
    const open = readWay(way);
    if (open) root.dataset.way = open.way;
    else delete root.dataset.way;
    mark(root, 'inspect', readInspection(way) !== null);
    mark(root, 'embed', embedded !== 'no');
    mark(root, 'present', presenting);
    root.dataset.verdict = verdict;
  };
  show();
  return player.subscribe((now, before) => {
    const { view, way, embedded, presenting, verdict } = before;
    const isSame = now.view === view && now.embedded === embedded && now.verdict === verdict;
    if (!isSame || now.presenting !== presenting || now.way !== way) show();
  });
}
