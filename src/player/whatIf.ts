import { create } from 'zustand';
import type { Action } from '../sim/action.ts';
import { formatRunFile } from '../sim/runFile.ts';
import type { Settings } from '../sim/settings.ts';
import type { Trace } from '../sim/trace.ts';
import { extendTrace, forkTrace } from '../sim/trace.ts';
import type { Before, Change } from './change.ts';
import { toLastStep } from './cursor.ts';
import { requireSignatures, Unavailable } from './library.ts';
import { readRunFile, runFile } from './openedFile.ts';
import type { PlayerStore } from './player.ts';
import type { Player } from './playerState.ts';
import { runActions, toShownRun } from './runner.ts';
import { takeBack } from './takeBack.ts';

export interface WhatIfState {
  /** The changes that can be taken back, the latest last. */
  readonly past: readonly Before[];
  /** Something is being run, or waits for its turn. */
  readonly busy: boolean;
  /** Why the last wish could not be carried out; the run on the screen is as it was. */
  readonly problem: string | null;
}

export interface WhatIfVerbs {
  /** Runs one more Action after the step on show; what came after that step is left behind. */
  act(action: Action): Promise<void>;
  /** Takes the last change back, whichever step is on show, or where none is remembered the last own Action; gives up a long run that is still being made. */
  undo(): Promise<void>;
  /** Goes back to the run that the what-if began at. */
  restart(): Promise<void>;
  /** Runs the Actions on the screen once more, under other settings; of several the last counts. */
  changeSettings(settings: Settings): Promise<void>;
  /** Returns the run on the screen as JSON text for a file; no secret is in it. */
  toFile(): string;
  /** Shows a run from a file or its text. What is wrong with it is told, and the screen stays. */
  openFile(source: string | Blob): Promise<void>;
}

type Picture = Pick<Player, 'trace' | 'original' | 'cursor'>;
/** Where a run is to be shown, and beside which one. */
interface Rerun {
  readonly trace: Trace;
  readonly original: Trace;
  readonly cursor: number;
}

const WENT_WRONG = 'That did not work, so the run is as it was.';
export const LEFT_NOTICE =
  'Your what-if is kept: open “What if…” and choose Undo to come back to it.';

export const TOO_LONG_NOTICE =
  'This run is too long for an address, and a reload would lose it: save it as a file under “What if…”.';

/** The run that a what-if began at, or would. */
const toBase = ({ original, trace }: Pick<Picture, 'trace' | 'original'>) => original ?? trace;

function toProblem(error: unknown): string {
  if (error instanceof Unavailable) return error.message;
  // A RangeError says which Action or setting cannot be, in words that are meant to be read.
  return error instanceof RangeError ? `${error.message}.` : WENT_WRONG;
}

/** Creates the store of the what-ifs over the page's player. */
export function createWhatIf(player: PlayerStore) {
  return create<WhatIfState & WhatIfVerbs>()((set, get) => {
    /** Wishes are carried out one after the other, however fast they come. */
    let line = Promise.resolve();
    let waiting = 0;
    /** The long run that is still wanted. */
    let wanted: object | null = null;
    let showing = false;
    let leftNotice: number | null = null;
    let longNotice: number | null = null;

    const inLine = (task: () => void | Promise<void>) => {
      waiting += 1;
      set({ busy: true });
      const end = () => {
        waiting -= 1;
        if (waiting === 0) set({ busy: false });
      };
      line = line
        .then(task)
        .catch((error: unknown) => set({ problem: toProblem(error) }))
        .then(end);
      return line;
    };
    const look = (): Picture => {
      const { trace, original, cursor } = player.getState();
      return { trace, original, cursor };
    };
    const show = ({ trace, original, cursor }: Picture) => {
      const run = toShownRun(trace, original);
      showing = true;
      try {
        player.getState().showRun(run, cursor);
      } finally {
        showing = false;
      }
      const { addNotice, dismissNotice } = player.getState();
      if (original !== null && run.runAddress === null) longNotice ??= addNotice(TOO_LONG_NOTICE);
      else if (longNotice !== null) {
        dismissNotice(longNotice);
        longNotice = null;
      }
    };
    const keep = (from: Picture, change: Change) => {
      // What it says of Undo holds only as long as nothing else was done.
      if (leftNotice !== null) player.getState().dismissNotice(leftNotice);
      leftNotice = null;
      set({ past: [...get().past, { ...from, change }], problem: null });
    };

    /** Runs a whole list of Actions, unless something else is wanted meanwhile. */
    const rerun = (
      change: Change,
      run: (from: Picture, isStale: () => boolean) => Promise<Rerun | null>,
    ) => {
      const wish = {};
      const base = toBase(look());
      wanted = wish;
      return inLine(async () => {
        const from = look();
        const isStale = () => wanted !== wish || player.getState().trace !== from.trace;
        try {
          if (isStale() || toBase(from) !== base) return;
          set({ problem: null });
          const rerun = await run(from, isStale);
          if (!rerun || isStale()) return;
          keep(from, change);
          show(rerun);
        } finally {
          if (wanted === wish) wanted = null;
        }
      });
    };
    // Whoever chooses another Scenario or follows a link does not lose what was tried out.
    player.subscribe((now, before) => {
      if (showing || now.trace === before.trace) return;
      if (before.original === null && get().past.length === 0) return;
      const { trace, original, cursor, runAddress } = before;
      const isSame = now.runAddress === runAddress && now.trace.scenario.id === trace.scenario.id;
      if (isSame && runAddress !== null) return;
      keep({ trace, original, cursor }, { type: 'leave' });
      if (original !== null) leftNotice = now.addNotice(LEFT_NOTICE);
    });

    return {
      past: [],
      busy: false,
      problem: null,

      act: (action) => {
        const base = toBase(look());
        return inLine(async () => {
          const from = look();
          // It was meant for a run that is not on the screen any more.
          if (toBase(from) !== base) return;
          set({ problem: null });
          requireSignatures();
          const trace = await extendTrace(forkTrace(from.trace, from.cursor), action);
          if (player.getState().trace !== from.trace) return;
          keep(from, { type: 'act', action });
          // At its end: the next Action goes on from there.
          show({ trace, original: base, cursor: toLastStep(trace) });
        });
      },
      undo: () => {
        if (wanted) {
          wanted = null;
          return line;
        }
        return inLine(() => {
          // A run from an address has no past here, but still a last Action of its own.
          const last = get().past.at(-1) ?? takeBack(look());
          if (!last) return;
          set({ past: get().past.slice(0, -1), problem: null });
          show(last);
          if (last.change.type === 'leave' && leftNotice !== null)
            player.getState().dismissNotice(leftNotice);
        });
      },
      restart: () => {
        wanted = null;
        return inLine(() => {
          const from = look();
          const { original } = from;
          if (!original) return;
          // Where the what-if began is where the next one may begin too.
          const began = get().past.findLast((one) => one.trace === original && !one.original);
          keep(from, { type: 'restart' });
          show({ trace: original, original: null, cursor: began?.cursor ?? from.cursor });
        });
      },
      changeSettings: (settings) =>
        rerun({ type: 'settings' }, async (from, isStale) => {
          requireSignatures();
          const { actions } = from.trace.scenario;
          const trace = await runActions(from.trace, { settings, actions }, isStale);
          return trace && { trace, original: toBase(from), cursor: from.cursor };
        }),
      toFile: () => {
        const { id, settings, actions } = player.getState().trace.scenario;
        return formatRunFile({ settings, actions }, id);
      },
      openFile: (source) =>
        rerun({ type: 'file' }, async (from, isStale) => {
          const read = await readRunFile(source);
          if (isStale()) return null;
          if ('problem' in read) {
            set({ problem: read.problem });
            return null;
          }
          requireSignatures();
          const opened = await runFile(read, toBase(from), isStale, player.getState());
          return opened && { ...opened, cursor: 0 };
        }),
    };
  });
}

export type WhatIfStore = ReturnType<typeof createWhatIf>;
