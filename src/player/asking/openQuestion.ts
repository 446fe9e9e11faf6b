import type { StoreApi } from 'zustand';
import { findQuestion, type Question } from '../../lesson/told/question.ts';
import { usePreferences } from '../kept/preferences.ts';
import type { Player } from '../playerState.ts';
import { toLastStep } from '../position/cursor.ts';
import { toScenario } from '../runs/toldRun.ts';
import { toPredictionKey, usePredictions } from './predictions.ts';

/** What of the player decides whether something is asked. */
type Asking = Pick<
  Player,
  'run' | 'view' | 'columns' | 'predict' | 'embedded' | 'presenting' | 'task'
>;

/** Tells whether the page is in a frame: there it asks nobody, unless its address wants it to. */
export const isFramed = ({ embedded }: Pick<Player, 'embedded'>) =>
  embedded !== 'no' || window.parent !== window;

/** Tells whether questions are asked where the page stands: on the stage, with both lanes there. */
function isWanted(player: Asking): boolean {
  const { view, columns, predict, presenting, task } = player;
  if (task) return true;
  if (view !== 'walk' || columns !== 'both' || predict === false || presenting) return false;
  return predict === true || (usePreferences.getState().asks !== 'off' && !isFramed(player));
}

/** Returns the answer given before a step: `null` where the question was skipped, `undefined` where it is open. */
export const readSaid = (
  answers: ReturnType<typeof usePredictions.getState>['answers'],
  run: Player['run'],
  step: number,
): string | null | undefined => answers[toPredictionKey(toScenario(run).id, step)];

/** Returns the question before a step that is still to be answered; `null` where there is none. */
export function findOpenQuestion(player: Asking, step: number): Question | null {
  if (!isWanted(player)) return null;
  const question = findQuestion(player.run.telling, step);
  if (!question) return null;
  const said = readSaid(usePredictions.getState().answers, player.run, step);
  // What is none of the options was said of another question. A task is not skipped.
  const isSettled =
    said === null ? !player.task : said !== undefined && question.options.includes(said);
  return isSettled ? null : question;
}

/** Keeps what was said, `null` for nothing, and goes on to the step, or plays on. */
export function settle(player: StoreApi<Player>, step: number, said: string | null): void {
  const { run, asking, stepForward } = player.getState();
  usePredictions.getState().say(toPredictionKey(toScenario(run).id, step), said);
  stepForward();
  // Not by `play`, which would put a next question before this answer is read.
  if (asking?.resumes) player.setState({ playing: step < toLastStep(run) });
}

/** Puts the question before the next step, if it is open, and returns whether it did. Going on without an answer skips it. */
export function askNext(player: StoreApi<Player>, resumes: boolean): boolean {
  const now = player.getState();
  const step = now.cursor + 1;
  if (!findOpenQuestion(now, step)) return false;
  player.setState({ playing: false, asking: { resumes } });
  if (now.asking && !now.task) settle(player, step, null);
  return true;
}
