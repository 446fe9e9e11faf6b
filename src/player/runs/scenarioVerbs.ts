import type { StoreApi } from 'zustand';
import { RUN_FAILED, SCENARIO_FAILED } from '../../lesson/texts/notices/page.ts';
import type { Player, PlayerVerbs } from '../playerState.ts';
import { clampStep } from '../position/cursor.ts';
import type { RunSource } from './runSource.ts';
import type { ShownRun } from './shownRun.ts';
import { toPlainRun } from './shownRun.ts';
import type { ToldRun } from './toldRun.ts';
import { toScenario } from './toldRun.ts';
import { Unavailable } from './unavailable.ts';

/** Makes the verbs that may have to wait: a run is made before it shows. */
export function createScenarioVerbs(
  set: StoreApi<Player>['setState'],
  get: StoreApi<Player>['getState'],
  firstRun: ToldRun,
  source?: RunSource,
): Pick<PlayerVerbs, 'chooseScenario' | 'openRun' | 'showRun'> {
  let choices = 0;
  const show = (shown: ShownRun, step: number) => {
    set({
      ...shown,
      cursor: clampStep(shown.run, step),
      playing: false,
      pointed: null,
      asking: null,
    });
    return shown;
  };
  const findAtHand = (id: string) => {
    const { run, original } = get();
    return [original ?? run, firstRun].find((one) => toScenario(one).id === id);
  };
  /** The last choice wins, however long each takes. Resolves to what was shown. */
  const showWhenReady = async (
    openingId: string,
    load: () => Promise<ShownRun>,
    step: number,
    failed: string,
  ) => {
    choices += 1;
    const choice = choices;
    get().pause();
    set({ openingId });
    try {
      const shown = await load();
      if (choice !== choices) return null;
      return show(shown, step);
    } catch (error) {
      if (choice === choices)
        get().addNotice(error instanceof Unavailable ? error.message : failed);
      return null;
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
        if (!source) throw new RangeError(`no scenario with the ID ${JSON.stringify(id)}`);
        return toPlainRun(await source.runScenario(id));
      };
      if (!atHand) return showWhenReady(id, load, step, SCENARIO_FAILED);
      choices += 1;
      set({ openingId: null });
      return show(toPlainRun(atHand), step);
    },
    openRun: async (scenarioId, text, step = 0) => {
      if (!source) return null;
      const load = () => source.openRun(scenarioId, text, get());
      return showWhenReady(scenarioId, load, step, RUN_FAILED);
    },
  };
}
