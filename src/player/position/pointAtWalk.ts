import { toScenario } from '../runs/toldRun.ts';
import { usePlayer } from '../usePlayer.ts';
import type { Pointed } from './pointed.ts';

/** Marks a place of the walk: key moments and quiz are about it, so another run on the screen gives way. */
export async function pointAtWalk(pointed: Pointed): Promise<void> {
  const walk = usePlayer.getInitialState().run;
  if (usePlayer.getState().run !== walk)
    await usePlayer.getState().chooseScenario(toScenario(walk).id, pointed.step);
  usePlayer.getState().pointAt(pointed);
}
