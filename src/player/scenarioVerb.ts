import type { StoreApi } from 'zustand';
import type { Trace } from '../sim/trace.ts';
import { clampStep } from './cursor.ts';
import type { LoadTrace } from './player.ts';
import type { Player, PlayerVerbs } from './playerState.ts';

const FAILED = 'That scenario could not be opened, so the page still shows the one before.';

/** Makes the one verb that may have to wait: a Scenario's Trace is loaded or run before it shows. */
export function createScenarioVerb(
  set: StoreApi<Player>['setState'],
  get: StoreApi<Player>['getState'],
  firstTrace: Trace,
  loadTrace?: LoadTrace,
): Pick<PlayerVerbs, 'chooseScenario'> {
  let choices = 0;
  const show = (trace: Trace, step: number) =>
    set({ trace, cursor: clampStep(trace, step), playing: false, pointed: null });

  return {
    chooseScenario: async (id, step = 0) => {
      choices += 1;
      const choice = choices;
      const atHand = [get().trace, firstTrace].find(({ scenario }) => scenario.id === id);
      if (atHand) return show(atHand, step);
      get().pause();
      try {
        if (!loadTrace) throw new RangeError(`no scenario with the ID ${JSON.stringify(id)}`);
        const trace = await loadTrace(id);
        if (choice === choices) show(trace, step);
      } catch {
        if (choice === choices) get().addNotice(FAILED);
      }
    },
  };
}
