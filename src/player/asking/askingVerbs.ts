import type { StoreApi } from 'zustand';
import { listAsked } from '../../lesson/told/askedSteps.ts';
import type { Player } from '../playerState.ts';

/**
 * Makes what puts a question before a step: whether it is asked is known by code that comes with the
 * first of them, and where that does not come nothing is asked.
 */
export function createAskingVerbs(player: StoreApi<Player>) {
  const get = player.getState;
  /** Goes on, or asks first. `resumes`: it plays on after the answer. */
  return (resumes: boolean, goOn: () => void): void => {
    const { run, cursor, predict, task } = get();
    if ((predict === false && !task) || !listAsked(run.telling).includes(cursor + 1)) {
      goOn();
      return;
    }
    import('./openQuestion.ts').then(
      ({ askNext }) => {
        if (get().run === run && get().cursor === cursor && !askNext(player, resumes)) goOn();
      },
      () => goOn(),
    );
  };
}
