import type { StoreApi } from 'zustand';
import type { Trace } from '../sim/trace.ts';
import { clampStep } from './cursor.ts';
import type { Library } from './library.ts';
import { Unavailable } from './library.ts';
import type { Player, PlayerVerbs, ShownRun } from './playerState.ts';

const FAILED = 'That scenario could not be opened, so the page still shows the one before.';

/** A Scenario's own run. */
const toPlain = (trace: Trace): ShownRun => ({
  trace,
  original: null,
  parting: null,
  runAddress: null,
});

/** Makes the verbs that may have to wait: a Trace is loaded or run before it shows. */
export function createScenarioVerbs(
  set: StoreApi<Player>['setState'],
  get: StoreApi<Player>['getState'],
  firstTrace: Trace,
  library?: Library,
): Pick<PlayerVerbs, 'chooseScenario' | 'openRun' | 'showRun'> {
  let choices = 0;
  const show = (run: ShownRun, step: number) =>
    set({ ...run, cursor: clampStep(run.trace, step), playing: false, pointed: null });
  /** A what-if that an address brings is shown beside its original. */
  const showOpened = (run: ShownRun, step: number) => {
    show(run, step);
    if (run.original && !get().whatIfOpen) set({ whatIfOpen: 'byAddress' });
  };
  const findAtHand = (id: string) => {
    const { trace, original } = get();
    return [original ?? trace, firstTrace].find(({ scenario }) => scenario.id === id);
  };
  /** The last choice wins, however long each takes. */
  const showWhenReady = async (openingId: string, load: () => Promise<ShownRun>, step: number) => {
    choices += 1;
    const choice = choices;
    get().pause();
    set({ openingId });
    try {
      const run = await load();
      if (choice === choices) showOpened(run, step);
    } catch (error) {
      if (choice !== choices) return;
      get().addNotice(error instanceof Unavailable ? error.message : FAILED);
    } finally {
      if (choice === choices) set({ openingId: null });
    }
  };

  return {
    // A Scenario that is still on its way stays wanted: what-ifs are kept when it comes.
    showRun: show,
    chooseScenario: async (id, step = 0) => {
      const atHand = findAtHand(id);
      const load = async () => {
        if (!library) throw new RangeError(`no scenario with the ID ${JSON.stringify(id)}`);
        return toPlain(await library.loadTrace(id));
      };
      if (!atHand) return showWhenReady(id, load, step);
      choices += 1;
      set({ openingId: null });
      show(toPlain(atHand), step);
    },
    openRun: async (scenarioId, text, step = 0) => {
      if (!library) return;
      await showWhenReady(scenarioId, () => library.openRun(scenarioId, text, get()), step);
    },
  };
}
