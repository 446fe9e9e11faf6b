import { create } from 'zustand';
import type { Trace } from '../sim/trace.ts';
import { clampStep, toLastStep } from './cursor.ts';
import type { Library } from './library.ts';
import { createNoticeVerbs } from './notices.ts';
import type { Player } from './playerState.ts';
import { toPlaceLane } from './pointed.ts';
import { createScenarioVerbs } from './scenarioVerb.ts';
import { toFaster, toSlower } from './speed.ts';

/** The page's store. Its initial state is what the prerendered HTML shows: step 0, both columns. */
export type PlayerStore = ReturnType<typeof createPlayer>;

/** Creates the store over a Trace; the library brings the other Scenarios and the what-ifs. */
export function createPlayer(trace: Trace, library?: Library) {
  return create<Player>()((set, get) => {
    const moveTo = (step: number) =>
      set({ cursor: clampStep(get().trace, step), playing: false, pointed: null });
    const playFrom = (step: number) =>
      set({ cursor: step, playing: step < toLastStep(get().trace), pointed: null });

    return {
      trace,
      cursor: 0,
      playing: false,
      speed: 1,
      columns: 'both',
      pointed: null,
      original: null,
      parting: null,
      runAddress: null,
      openingId: null,
      trackerView: 'checkpoints',
      shortcutsOpen: false,
      whatIfOpen: false,
      notices: [],

      stepForward: () => moveTo(get().cursor + 1),
      stepBack: () => moveTo(get().cursor - 1),
      jumpTo: moveTo,
      first: () => moveTo(0),
      last: () => moveTo(toLastStep(get().trace)),
      reset: () => moveTo(0),

      play: () => {
        const { cursor, trace } = get();
        if (cursor < toLastStep(trace)) set({ playing: true });
        else playFrom(0);
      },
      pause: () => set({ playing: false }),
      togglePlay: () => (get().playing ? get().pause() : get().play()),
      advance: () => playFrom(clampStep(get().trace, get().cursor + 1)),
      setSpeed: (speed) => set({ speed }),
      faster: () => set({ speed: toFaster(get().speed) }),
      slower: () => set({ speed: toSlower(get().speed) }),

      setColumns: (columns) => set({ columns }),
      setTrackerView: (trackerView) => set({ trackerView }),
      pointAt: (pointed) => {
        const { columns, trace } = get();
        const shown = columns === toPlaceLane(pointed.place);
        set({
          cursor: clampStep(trace, pointed.step),
          playing: false,
          pointed,
          columns: shown ? columns : 'both',
        });
      },
      clearPointed: () => set({ pointed: null }),
      openShortcuts: () => set({ shortcutsOpen: true }),
      closeShortcuts: () => set({ shortcutsOpen: false }),
      toggleWhatIf: () => set({ whatIfOpen: !get().whatIfOpen }),

      ...createNoticeVerbs(set, get),
      ...createScenarioVerbs(set, get, trace, library),
    };
  });
}
