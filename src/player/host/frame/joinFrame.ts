import { type QuizStore, RIGHT_OPTIONS, toCorrectCount } from '../../kept/quizProgress.ts';
import type { PlayerStore } from '../../player.ts';
import { toScenario } from '../../runs/toldRun.ts';
import { readHostState, toHostState } from '../hostState.ts';
import { onCheck } from '../onCheck.ts';
import { whenAtRest } from '../whenAtRest.ts';
import { fitFrame } from './fitFrame.ts';
import { openParent } from './parentWindow.ts';
import { speakSplice } from './splice.ts';

/**
 * Joins the page to the one around its frame: it is told the height, which step is read and what was
 * checked, and the quiz goes on where that page has left it. The signal ends it.
 */
export function joinFrame(
  { player, quiz }: { readonly player: PlayerStore; readonly quiz: QuizStore },
  content: Element,
  window: Window,
  signal: AbortSignal,
): void {
  const parent = openParent(window, signal);
  fitFrame(parent, content, signal);
  const splice = speakSplice(parent);

  const { answers: asked } = quiz.getState();
  /** What a later version of the page has left with the parent is handed back as it was. */
  let left: unknown = null;
  splice.getState((state) => {
    const given = readHostState(state);
    if (given.kind === 'later') left = state;
    // Whoever was faster than the answer keeps what was done.
    const { answers, lastCheck } = quiz.getState();
    const isUntouched = answers === asked && lastCheck === null;
    if (given.kind === 'answers' && isUntouched) quiz.setState({ answers: given.answers });
  });

  const stopQuiz = onCheck(quiz, (now, check) => {
    const score = toCorrectCount(now) / RIGHT_OPTIONS.length;
    splice.reportScoreAndState(score, left ?? toHostState(now.answers));
    splice.sendEvent('answered', check);
  });
  const stopSteps = whenAtRest(
    player,
    ({ run, cursor }) => `${toScenario(run).id}/${cursor}`,
    () => {
      const { run, cursor } = player.getState();
      splice.sendEvent('step', { scenario: toScenario(run).id, step: cursor });
    },
  );
  signal.addEventListener('abort', () => {
    stopQuiz();
    stopSteps();
  });
}
