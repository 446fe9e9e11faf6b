import { create } from 'zustand';
import type { Action } from '../sim/action.ts';
import { formatRunFile, parseRunFile } from '../sim/runFile.ts';
import type { Settings } from '../sim/settings.ts';
import type { Trace } from '../sim/trace.ts';
import { extendTrace, forkTrace } from '../sim/trace.ts';
import { toLastStep } from './cursor.ts';
import type { PlayerStore } from './player.ts';
import { OWN_SECRETS_NOTICE, runActions, toRunAddress } from './runner.ts';

/** What was on the screen before a change, so that it can be taken back. */
interface Before {
  readonly trace: Trace;
  readonly original: Trace | null;
  readonly cursor: number;
}

export interface WhatIfState {
  /** The changes that can be taken back, the latest last. */
  readonly past: readonly Before[];
  /** Something is being run. */
  readonly busy: boolean;
  /** Why the last wish could not be carried out; the run on the screen is as it was. */
  readonly problem: string | null;
}

export interface WhatIfVerbs {
  /** Runs one more Action after the step on show; what came after that step is left behind. */
  act(action: Action): Promise<void>;
  /** Takes the last change back, whichever step is on show. */
  undo(): void;
  /** Goes back to the run that the what-if began at. */
  restart(): void;
  /** Runs the Actions on the screen once more, under other settings. */
  changeSettings(settings: Settings): Promise<void>;
  /** Returns the run on the screen as JSON text for a file; no secret is in it. */
  toFile(): string;
  /** Shows a run from the text of a file. What is wrong with it is told, and the screen stays. */
  openFile(text: string): Promise<void>;
}

const WENT_WRONG = 'That did not work, so the run is as it was.';

/** Creates the store of the what-ifs over the page's player. */
export function createWhatIf(player: PlayerStore) {
  return create<WhatIfState & WhatIfVerbs>()((set, get) => {
    let wishes = 0;
    /** Actions are run one after the other, however fast they are asked for. */
    let line = Promise.resolve();

    const remember = (): Before => {
      const { trace, original, cursor } = player.getState();
      return { trace, original, cursor };
    };
    const show = (trace: Trace, original: Trace | null, cursor: number) => {
      const runAddress = original === null ? null : toRunAddress(trace);
      player.getState().showRun({ trace, original, runAddress }, cursor);
    };
    /** Runs what was wished for, unless another wish comes or another run is shown meanwhile. */
    const change = async (
      run: (from: Before, isStale: () => boolean) => Promise<Trace | null>,
      toCursor: (trace: Trace, from: Before) => number,
    ) => {
      wishes += 1;
      const wish = wishes;
      const from = remember();
      const isStale = () => wish !== wishes || player.getState().trace !== from.trace;
      set({ busy: true, problem: null });
      try {
        const trace = await run(from, isStale);
        if (trace === null || isStale()) return;
        set({ past: [...get().past, from] });
        show(trace, from.original ?? from.trace, toCursor(trace, from));
      } catch (error) {
        // A RangeError says which Action or setting cannot be, in words that are meant to be read.
        const problem = error instanceof RangeError ? `${error.message}.` : WENT_WRONG;
        if (wish === wishes) set({ problem });
      } finally {
        if (wish === wishes) set({ busy: false });
      }
    };

    return {
      past: [],
      busy: false,
      problem: null,

      act: (action) => {
        let length = 0;
        line = line.then(() =>
          change(
            async ({ trace, cursor }) => {
              const fork = cursor === toLastStep(trace) ? trace : forkTrace(trace, cursor);
              length = toLastStep(fork);
              return extendTrace(fork, action);
            },
            () => length + 1,
          ),
        );
        return line;
      },
      undo: () => {
        const last = get().past.at(-1);
        if (!last) return;
        wishes += 1;
        set({ past: get().past.slice(0, -1), busy: false, problem: null });
        show(last.trace, last.original, last.cursor);
      },
      restart: () => {
        const { original } = player.getState();
        if (!original) return;
        wishes += 1;
        set({ past: [...get().past, remember()], busy: false, problem: null });
        show(original, null, 0);
      },
      changeSettings: (settings) =>
        change(
          ({ trace }, isStale) =>
            runActions(trace, { settings, actions: trace.scenario.actions }, isStale),
          (_, { cursor }) => cursor,
        ),
      toFile: () => {
        const { settings, actions } = player.getState().trace.scenario;
        return formatRunFile({ settings, actions });
      },
      openFile: async (text) => {
        const read = parseRunFile(text);
        if ('errors' in read) {
          const [first] = read.errors;
          const where = [
            first?.path,
            first?.position === undefined ? '' : `character ${first.position}`,
          ];
          const place = where.filter(Boolean).join(', ');
          set({
            problem: `The file was not opened. ${place ? `${place}: ` : ''}${first?.message}`,
          });
          return;
        }
        const { run } = read;
        await change(
          ({ trace }, isStale) => runActions(trace, run, isStale),
          () => 0,
        );
        if (run.hadOwnSecrets) player.getState().addNotice(OWN_SECRETS_NOTICE);
      },
    };
  });
}

export type WhatIfStore = ReturnType<typeof createWhatIf>;
