import type { PlayerStore } from '../player.ts';

/** Keeps the place that is open as `data-view` on the root, by which the style sheet shows it. Returns what ends it. */
export function syncView(player: PlayerStore, root: HTMLElement): () => void {
  const show = () => {
    root.dataset.view = player.getState().view;
  };
  show();
  return player.subscribe((now, before) => {
    if (now.view !== before.view) show();
  });
}
