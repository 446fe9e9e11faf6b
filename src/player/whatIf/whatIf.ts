import { create } from 'zustand';
import { LEFT_NOTICE, TOO_LONG_NOTICE, WENT_WRONG } from '../../lesson/texts/notices/whatIf.ts';
import type { PlayerStore } from '../player.ts';
import type { Player } from '../playerState.ts';
import { loadRunner } from '../runs/loadRunner.ts';
import type { Runner } from '../runs/runner.ts';
import type { ShownRun } from '../runs/shownRun.ts';
import { toPlainRun } from '../runs/shownRun.ts';
import { toScenario } from '../runs/toldRun.ts';
import type { Refusal } from '../runs/tryActions.ts';
import { Unavailable } from '../runs/unavailable.ts';
import { createQueue } from './queue.ts';
import { createRunNotice } from './runNotice.ts';
import type { RunChange, UndoStep } from './undoStep.ts';
import type { WhatIf } from './whatIfState.ts';

/** What is on the screen, and at which step. */
type Picture = ShownRun & Pick<Player, 'cursor'>;
type Made = Picture & { readonly dropped?: number };

/** The run that a what-if began at, or would. */
const toBase = ({ original, run }: Pick<ShownRun, 'run' | 'original'>) => original ?? run;

const toPicture = ({ run, original, parting, runAddress, cursor }: Player): Picture => ({
  ...{ run, original, parting, runAddress, cursor },
});

const toProblem = (error: unknown): string =>
  error instanceof Unavailable ? error.message : WENT_WRONG;

/** Creates the store of the what-ifs over the page's player; keepWhatIfs joins them. */
export function createWhatIf(player: PlayerStore) {
  return create<WhatIf>()((set, get) => {
    /** The long run that is still wanted. */
    let wanted: object | null = null;
    let showing = false;
    const leftNotice = createRunNotice(LEFT_NOTICE, player.getState);
    const longNotice = createRunNotice(TOO_LONG_NOTICE, player.getState);

    const queue = createQueue({
      onBusy: (busy) => set({ busy }),
      onFailure: (error) => set({ problem: toProblem(error) }),
    });
    const look = () => toPicture(player.getState());
    const show = (shown: ShownRun, cursor: number) => {
      const { run, original, parting, runAddress } = shown;
      showing = true;
      try {
        player.getState().showRun({ run, original, parting, runAddress }, cursor);
      } finally {
        showing = false;
      }
      if (original !== null && runAddress === null) longNotice.show();
      else longNotice.hide();
    };
    const remember = (from: Picture, change: RunChange) => {
      // What it says of Undo holds only as long as nothing else was done.
      leftNotice.hide();
      set({ past: [...get().past, { ...from, change }], problem: null, dropped: 0 });
    };

    /** Runs a whole list of Actions, unless something else is wanted meanwhile. */
    const rerun = (
      change: RunChange,
      make: (
        from: Picture,
        runner: Runner,
        isStale: () => boolean,
      ) => Promise<Made | Refusal | null>,
    ) => {
      const wish = {};
      const base = toBase(look());
      wanted = wish;
      return queue.add(async () => {
        const from = look();
        const isStale = () => wanted !== wish || player.getState().run !== from.run;
        try {
          if (isStale() || toBase(from) !== base) return;
          set({ problem: null });
          const made = await make(from, await loadRunner(), isStale);
          if (!made || isStale()) return;
          if ('problem' in made) return set(made);
          remember(from, change);
          show(made, made.cursor);
          set({ dropped: made.dropped ?? 0 });
        } finally {
          if (wanted === wish) wanted = null;
        }
      });
    };

    const findUndoStep = async (): Promise<UndoStep | null> => {
      const last = get().past.at(-1);
      if (last) return last;
      // A run from an address has no past here, but still a last Action of its own.
      const from = look();
      return from.original && (await loadRunner()).takeBackLast(from);
    };

    return {
      past: [],
      busy: false,
      problem: null,
      dropped: 0,

      dismissProblem: () => set({ problem: null }),
      act: (action) => {
        const base = toBase(look());
        return queue.add(async () => {
          const from = look();
          // It was meant for a run that is not on the screen any more.
          if (toBase(from) !== base) return;
          set({ problem: null });
          const { insertAction, toWhatIf } = await loadRunner();
          const isStale = () => player.getState().run !== from.run;
          const made = await insertAction(from.run, from.cursor, action, isStale);
          if (!made) return;
          if ('problem' in made) return set(made);
          if (made.run === from.run) return player.getState().jumpTo(made.cursor);
          const shown = await toWhatIf(made.run, base);
          if (isStale()) return;
          remember(from, { type: 'act', action });
          // At its end: the next Action is put in there.
          show(shown, made.cursor);
          set({ dropped: made.dropped });
        });
      },
      takeBack: (difference) =>
        rerun(
          { type: 'takeBack' },
          async ({ run, original, cursor }, runner, isStale) =>
            original && runner.takeBack({ run, original, cursor }, difference, isStale),
        ),
      undo: () => {
        if (wanted) {
          wanted = null;
          return queue.rest();
        }
        return queue.add(async () => {
          const { run } = player.getState();
          const last = await findUndoStep();
          if (!last || player.getState().run !== run) return;
          set({ past: get().past.slice(0, -1), problem: null, dropped: 0 });
          show(last, last.cursor);
          if (last.change.type === 'leave') leftNotice.hide();
        });
      },
      restart: () => {
        wanted = null;
        return queue.add(() => {
          const from = look();
          const { original } = from;
          if (!original) return;
          // Where the what-if began is where the next one may begin too.
          const began = get().past.findLast((one) => one.run === original && !one.original);
          remember(from, { type: 'restart' });
          show(toPlainRun(original), began?.cursor ?? from.cursor);
        });
      },
      changeSettings: (settings) =>
        rerun({ type: 'settings' }, async (from, { tryActions, toWhatIf }, isStale) => {
          const { actions } = toScenario(from.run);
          const run = await tryActions(from.run, { settings, actions }, isStale);
          if (!run || 'problem' in run) return run;
          return { ...(await toWhatIf(run, toBase(from))), cursor: from.cursor };
        }),
      toFile: async () => {
        const { id, settings, actions } = toScenario(player.getState().run);
        return (await loadRunner()).formatRunFile({ settings, actions }, id);
      },
      openFile: (source) =>
        rerun({ type: 'file' }, async (from, { readRunFile, runFile }, isStale) => {
          const read = await readRunFile(source);
          if (isStale()) return null;
          if ('problem' in read) return read;
          const opened = await runFile(read, toBase(from), isStale, player.getState());
          return opened && { ...opened, cursor: 0 };
        }),
      // Whoever chooses another Scenario or follows a link does not lose what was tried out.
      keepLeft: (before, now) => {
        if (showing || now.run === before.run) return;
        if (before.original === null && get().past.length === 0) return;
        const { run, original, runAddress } = before;
        const isSame =
          now.runAddress === runAddress && toScenario(now.run).id === toScenario(run).id;
        if (isSame && runAddress !== null) return;
        remember(toPicture(before), { type: 'leave' });
        if (original !== null) leftNotice.show();
      },
    };
  });
}

export type WhatIfStore = ReturnType<typeof createWhatIf>;

/** Lets the what-ifs keep what is left for another Scenario or address; returns what ends it. */
export const keepWhatIfs = (whatIf: WhatIfStore, player: PlayerStore): (() => void) =>
  player.subscribe((now, before) => whatIf.getState().keepLeft(before, now));
