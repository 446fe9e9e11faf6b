import { focusStage } from '../../player/position/focusStage.ts';
import { usePlayer } from '../../player/usePlayer.ts';

/** Opens a Scenario where it is walked, and takes the focus there. */
export async function openWalk(id: string, step: number) {
  await usePlayer.getState().chooseScenario(id, step);
  usePlayer.getState().setView('walk');
  window.scrollTo({ top: 0 });
  focusStage();
}
