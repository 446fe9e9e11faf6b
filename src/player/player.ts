import { create } from 'zustand';
import { createAskingVerbs } from './asking/askingVerbs.ts';
import { createNoticeVerbs } from './notices.ts';
import type { Player } from './playerState.ts';
import { clampStep, toLastStep } from './position/cursor.ts';
import { toPlaceLane } from './position/pointed.ts';
import { toFaster, toSlower } from './position/speed.ts';
import type { RunSource } from './runs/runSource.ts';
import { createScenarioVerbs } from './runs/scenarioVerbs.ts';
import type { ToldRun } from './runs/toldRun.ts';

/** The page's store. Its initial state is what the prerendered HTML shows: step 0, both columns. */
export type PlayerStore = ReturnType<typeof createPlayer>;

/** Creates the store over a run; the source brings the other Scenarios and the what-ifs. */
export function createPlayer(run: ToldRun, source?: RunSource) {
  return create<Player>()((set, get, player) => {
    // What was revealed of one step says nothing of the next.
    const toVerdict = (step: number): Pick<Player, 'verdict'> => {
      const { verdict, cursor } = get();
      return { verdict: verdict === 'revealed' && step !== cursor ? 'held' : verdict };
    };
    const moveTo = (wanted: number) => {
      const step = clampStep(get().run, wanted);
      set({ cursor: step, playing: false, pointed: null, asking: null, ...toVerdict(step) });
    };
    const playFrom = (step: number) =>
      set({
        cursor: step,
        playing: step < toLastStep(get().run),
        pointed: null,
        asking: null,
        ...toVerdict(step),
      });
    const askOr = createAskingVerbs(player);

    return {
      run,
      cursor: 0,
      playing: false,
      speed: 1,
      countdown: null,
      columns: 'both',
      view: 'walk',
      embedded: 'no',
      presenting: false,
      printing: false,
      verdict: 'shown',
      pointed: null,
      predict: null,
      way: null,
      list: null,
      task: false,
      asking: null,
      original: null,
      parting: null,
      runAddress: null,
      openingId: null,
      trackerView: 'checkpoints',
      shortcutsOpen: false,
      shareOpen: false,
      term: null,
      notices: [],

      stepForward: () => moveTo(get().cursor + 1),
      stepOn: () => askOr(false, get().stepForward),
      stepBack: () => moveTo(get().cursor - 1),
      jumpTo: moveTo,
      first: () => moveTo(0),
      last: () => moveTo(toLastStep(get().run)),
      reset: () => moveTo(0),

      play: () => {
        const { cursor, run: shown } = get();
        if (cursor < toLastStep(shown)) askOr(true, () => set({ playing: true }));
        else playFrom(0);
      },
      pause: () => set({ playing: false }),
      togglePlay: () => (get().playing ? get().pause() : get().play()),
      advance: () => askOr(true, () => playFrom(clampStep(get().run, get().cursor + 1))),
      setSpeed: (speed) => set({ speed }),
      faster: () => set({ speed: toFaster(get().speed) }),
      slower: () => set({ speed: toSlower(get().speed) }),

      setColumns: (columns) => set({ columns }),
      // Back may lead out of what is presented.
      setView: (view) =>
        set(
          view === 'walk' || view === 'try'
            ? { view }
            : { view, presenting: false, verdict: 'shown' },
        ),
      setEmbedded: (embedded) => set({ embedded }),
      togglePresent: () => {
        if (get().presenting) return get().stopPresenting();
        // The stage is what there is to present.
        set({ presenting: true, asking: null, view: get().view === 'try' ? 'try' : 'walk' });
      },
      stopPresenting: () => set({ presenting: false, verdict: 'shown' }),
      holdVerdict: () => {
        const { presenting, verdict } = get();
        if (!presenting) return;
        set({
          verdict: ({ shown: 'held', held: 'revealed', revealed: 'shown' } as const)[verdict],
        });
      },
      setTrackerView: (trackerView) => set({ trackerView }),
      pointAt: (pointed) => {
        const { columns, view, run: shown } = get();
        const isShown = columns === toPlaceLane(pointed.place);
        set({
          cursor: clampStep(shown, pointed.step),
          playing: false,
          pointed,
          asking: null,
          columns: isShown ? columns : 'both',
          // The cells are where the table and the tracker are.
          view: view === 'breaks' || view === 'check' ? 'walk' : view,
        });
      },
      clearPointed: () => set({ pointed: null }),
      openShortcuts: () => set({ shortcutsOpen: true }),
      closeShortcuts: () => set({ shortcutsOpen: false }),
      setShareOpen: (shareOpen) => set({ shareOpen }),
      showTerm: (term) => set({ term, shortcutsOpen: false }),

      ...createNoticeVerbs(set, get),
      ...createScenarioVerbs(set, get, run, source),
    };
  });
}
