import { sayHeldNotice } from '../../lesson/texts/notices/task.ts';
import { listAsked } from '../../lesson/told/askedSteps.ts';
import type { PlayerStore } from '../player.ts';
import type { Player } from '../playerState.ts';
import type { View } from '../position/views.ts';
import { findOpenQuestion } from './openQuestion.ts';
import { usePredictions } from './predictions.ts';

/** The places that tell what comes. */
const TELLING: readonly View[] = ['breaks', 'try', 'reference', 'handout'];

/** Returns the step before which a task waits for an answer; `null` where it waits for none. */
export const findHeld = (player: Player): number | null =>
  player.task
    ? (listAsked(player.run.telling).find((step) => findOpenQuestion(player, step) !== null) ??
      null)
    : null;

/**
 * Holds a task before the first step whose question is open, however one wants to go on, and lets no
 * place be opened that tells the answer. `data-task` on the root hides what is seen of the steps to
 * come. Returns what ends it.
 */
export function holdTask(player: PlayerStore, root: HTMLElement): () => void {
  const hold = (before: Player | null) => {
    const now = player.getState();
    const step = findHeld(now);
    if (step === null) delete root.dataset.task;
    else root.dataset.task = 'open';
    if (step === null) return;
    // Of a run that is still coming it is not known yet whether it waits for an answer.
    if (TELLING.includes(now.view) && now.openingId === null) {
      now.setView('walk');
      if (before) now.addNotice(sayHeldNotice(step));
    }
    if (now.cursor < step) return;
    // Who goes on is asked; who comes by a link sees the question, and keeps the focus.
    const isGoingOn = before?.run === now.run && before.cursor === step - 1;
    player.setState({
      ...{ cursor: step - 1, playing: false, pointed: null },
      asking: isGoingOn ? { resumes: false } : null,
    });
  };
  const stops = [
    player.subscribe((now, before) => {
      const { task, run, view, openingId, cursor } = before;
      const isSame =
        now.task === task && now.run === run && now.view === view && now.openingId === openingId;
      if (!isSame || (now.task && now.cursor !== cursor)) hold(before);
    }),
    usePredictions.subscribe(() => hold(null)),
  ];
  hold(null);
  return () => {
    for (const stop of stops) stop();
    delete root.dataset.task;
  };
}
