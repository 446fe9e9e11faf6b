import { usePredictions } from './asking/predictions.ts';
import { connectPlayer } from './connectPlayer.ts';
import { usePreferences } from './kept/preferences.ts';
import { useQuizProgress } from './kept/quizProgress.ts';
import { SCENARIO_IDS } from './runs/scenarioIds.ts';
import { WRITTEN_WALK } from './runs/shippedWalk.ts';
import { usePlayer } from './usePlayer.ts';
import { useWhatIf } from './whatIf/useWhatIf.ts';

/** Joins the page's stores to the browser; call it once, before the page is hydrated. */
export function startPlayer(): ReturnType<typeof connectPlayer> {
  // Nobody waits for it: the footer says that it has not been run again.
  import('./runs/selfCheck.ts').then(
    ({ scheduleSelfCheck }) =>
      scheduleSelfCheck(WRITTEN_WALK, window, document.querySelector('footer')),
    () => {},
  );
  return connectPlayer(
    {
      player: usePlayer,
      whatIf: useWhatIf,
      preferences: usePreferences,
      quiz: useQuizProgress,
      predictions: usePredictions,
    },
    window,
    SCENARIO_IDS.slice(1),
  );
}
