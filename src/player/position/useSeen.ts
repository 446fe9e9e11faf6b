import { useContext, useSyncExternalStore } from 'react';
import type { RunTelling, StepTelling } from '../../lesson/telling.ts';
import { usePlayer } from '../usePlayer.ts';
import { createFollower, type Seen } from './follower.ts';
import { SightContext } from './sight.ts';

const follower = createFollower(usePlayer);

/**
 * Selects of the step that the part of the page around it shows: one frame after the player's, so
 * that no key waits for it, and only while the part is in view. What a control of the part itself
 * changes comes from `usePlayer`, at once.
 */
export function useSeen<T>(select: (seen: Seen) => T): T {
  const shown = follower.at(useContext(SightContext));
  return useSyncExternalStore(
    shown.subscribe,
    () => select(shown.get()),
    () => select(usePlayer.getInitialState()),
  );
}

/** The same step, told. */
export const useSeenStep = (): StepTelling => useSeen(({ run, cursor }) => run.telling.at(cursor));

/** What is the same at every step of the run that is shown. */
export const useSeenRun = (): RunTelling => useSeen(({ run }) => run.telling.run);
