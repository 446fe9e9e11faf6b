import type { Pointed } from './pointed.ts';
import { usePlayer } from './usePlayer.ts';

/** Marks a place of the walk: key moments and quiz are about it, so another run on the screen gives way. */
export async function pointAtWalk(pointed: Pointed): Promise<void> {
  const walk = usePlayer.getInitialState().trace;
  if (usePlayer.getState().trace !== walk)
    await usePlayer.getState().chooseScenario(walk.scenario.id, pointed.step);
  usePlayer.getState().pointAt(pointed);
}
