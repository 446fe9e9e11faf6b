import { create } from 'zustand';
import type { PlayerStore } from '../player.ts';
import type { Player } from '../playerState.ts';
import { createAfterPaint } from './afterPaint.ts';

export type Settled = Pick<Player, 'run' | 'cursor'>;

/** Creates the store of the step on show, one frame late. */
export function createSettled(player: PlayerStore) {
  return create<Settled>()(() => {
    const { run, cursor } = player.getInitialState();
    return { run, cursor };
  });
}

export type SettledStore = ReturnType<typeof createSettled>;

/** Lets the store follow the player once each step is painted; returns what ends it. */
export function followPlayer(settled: SettledStore, player: PlayerStore): () => void {
  const afterPaint = createAfterPaint();
  const unsubscribe = player.subscribe(({ run, cursor }, before) => {
    if (run === before.run && cursor === before.cursor) return;
    afterPaint(() => {
      const now = player.getState();
      settled.setState({ run: now.run, cursor: now.cursor });
    });
  });
  return () => {
    unsubscribe();
    afterPaint(() => {});
  };
}
