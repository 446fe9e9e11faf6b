import { create } from 'zustand';
import type { Trace } from '../sim/trace.ts';
import { createAfterPaint } from './afterPaint.ts';
import { usePlayer } from './usePlayer.ts';

interface Settled {
  readonly trace: Trace;
  readonly cursor: number;
}

/**
 * The step on show, one frame late: for what lies below the fold, so that a key is answered by
 * what is in view first.
 */
export const useSettled = create<Settled>()(() => {
  const { trace, cursor } = usePlayer.getInitialState();
  return { trace, cursor };
});

const afterPaint = createAfterPaint();

usePlayer.subscribe(({ trace, cursor }, before) => {
  if (trace === before.trace && cursor === before.cursor) return;
  afterPaint(() => {
    const now = usePlayer.getState();
    useSettled.setState({ trace: now.trace, cursor: now.cursor });
  });
});
