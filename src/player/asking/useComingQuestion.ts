import { listAsked } from '../../lesson/told/askedSteps.ts';
import { usePreferences } from '../kept/preferences.ts';
import { toScenario } from '../runs/toldRun.ts';
import { usePlayer } from '../usePlayer.ts';
import { findOpenQuestion, isFramed } from './openQuestion.ts';
import { toPredictionKey, usePredictions } from './predictions.ts';

/** The step before which the run on show will still ask what comes of it; `null` where it does not, or no more. */
export function useComingQuestion(): number | null {
  usePredictions((predictions) => predictions.answers);
  usePreferences((preferences) => preferences.asks);
  return usePlayer((player) => {
    const step = listAsked(player.run.telling).find((asked) => asked > player.cursor);
    return step !== undefined && findOpenQuestion(player, step) ? step : null;
  });
}

/** The step that will tell what comes of the run on show, before a room and in a frame, which are asked nothing; `null` elsewhere, and from there on. */
export function useComingAnswer(): number | null {
  return usePlayer((player) => {
    const { decides } = player.run.telling.run;
    const isComing = decides !== null && decides > player.cursor;
    return isComing && (player.presenting || isFramed(player)) ? decides : null;
  });
}

/** Takes the question before a step as skipped, and stays where the run is. */
export function skipQuestion(step: number): void {
  const { id } = toScenario(usePlayer.getState().run);
  usePredictions.getState().say(toPredictionKey(id, step), null);
}
