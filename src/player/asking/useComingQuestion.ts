import { listAsked } from '../../lesson/page/askedSteps.ts';
import { usePreferences } from '../kept/preferences.ts';
import { toScenario } from '../runs/toldRun.ts';
import { usePlayer } from '../usePlayer.ts';
import { findOpenQuestion } from './openQuestion.ts';
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

/** Takes the question before a step as skipped, and stays where the run is. */
export function skipQuestion(step: number): void {
  const { id } = toScenario(usePlayer.getState().run);
  usePredictions.getState().say(toPredictionKey(id, step), null);
}
