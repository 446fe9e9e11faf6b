import { usePlayer } from '../usePlayer.ts';
import { toScenario } from './toldRun.ts';

/** Returns whether the run on the screen is the walk as the page comes with it. */
export const useIsWalk = (): boolean =>
  usePlayer(({ run }) => toScenario(run).id === toScenario(usePlayer.getInitialState().run).id);
