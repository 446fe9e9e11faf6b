import { connectPlayer } from './connectPlayer.ts';
import { usePreferences } from './preferences.ts';
import { useQuizProgress } from './quizProgress.ts';
import { SCENARIO_IDS } from './scenarioList.ts';
import { scheduleSelfCheck } from './selfCheck.ts';
import { usePlayer } from './usePlayer.ts';

/** Joins the page's stores to the browser; call it once, before the page is hydrated. */
export function startPlayer(): ReturnType<typeof connectPlayer> {
  void scheduleSelfCheck(usePlayer.getInitialState().trace, window);
  return connectPlayer(
    { player: usePlayer, preferences: usePreferences, quiz: useQuizProgress },
    window,
    SCENARIO_IDS.slice(1),
  );
}
