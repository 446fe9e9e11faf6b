import { useContext, useSyncExternalStore } from 'react';
import type { RunTelling, StepTelling } from '../../lesson/telling.ts';
import { toWidestText } from '../../lesson/told/textWidth.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { Player } from '../playerState.ts';
import { usePlayer } from '../usePlayer.ts';
import { createAfterPaint } from './afterPaint.ts';
import { createFollower, type Seen, type Shown } from './follower.ts';
import { type Sight, SightContext } from './sight.ts';

const follower = createFollower(usePlayer);

/** Without a pause this would run before what was sent to the page in the same frame; milliseconds. */
const STAGE_PAUSE_MS = 4;

/** The stage can be seen where it stands: in the others no step costs it anything. */
const isStaged = ({ view }: Player) => view === 'walk' || view === 'try';

const STAGE: Sight = {
  isSeen: () => isStaged(usePlayer.getState()),
  onSeen: (listener) =>
    usePlayer.subscribe((now, before) => {
      if (isStaged(now) && !isStaged(before)) listener();
    }),
};

/** It is whole in its place or not there: nothing of it has to catch up at rest. */
const onStage = createFollower(usePlayer, createAfterPaint(STAGE_PAUSE_MS), () => () => {}).at(
  STAGE,
);

const useShown = <T>(shown: Shown, select: (seen: Seen) => T): T =>
  useSyncExternalStore(
    shown.subscribe,
    () => select(shown.get()),
    () => select(usePlayer.getInitialState()),
  );

/**
 * Selects of the step that the part of the page around it shows: one frame after the player's, so
 * that no key waits for it, and only while the part is in view. What a control of the part itself
 * changes comes from `usePlayer`, at once.
 */
export const useSeen = <T>(select: (seen: Seen) => T): T =>
  useShown(follower.at(useContext(SightContext)), select);

/** The same step, told. */
export const useSeenStep = (): StepTelling => useSeen(({ run, cursor }) => run.telling.at(cursor));

/** What is the same at every step of the run that is shown. */
export const useSeenRun = (): RunTelling => useSeen(({ run }) => run.telling.run);

/** Selects of the step that the stage shows; what belongs to the stage's picture changes with it. */
export const useStaged = <T>(select: (seen: Seen) => T): T => useShown(onStage, select);

/**
 * The step that the stage shows: it is drawn in the frame after the one that marks the row, and
 * before all other parts, so that a key is answered by its row first, also on a slow machine.
 */
export const useStagedStep = (): StepTelling =>
  useStaged(({ run, cursor }) => run.telling.at(cursor));

/** What is the same at every step of the run on the stage. */
export const useStagedRun = (): RunTelling => useStaged(({ run }) => run.telling.run);

/** For the button behind it, and for lines that end sooner in another sentence of the same length. */
const BUTTON_ROOM = '\u00a0'.repeat(18);

/** A text that takes as much room as the most that is said in a lane of the run on the stage, at once or as a whole. */
export const useStagedRoom = (strategy: Strategy, isWhole: boolean): string =>
  useStaged(({ run: { telling } }) => {
    const longest = telling.run.longest[strategy];
    const { sentence, lead } = telling.at(isWhole ? longest.whole : longest.lead)[strategy];
    return `${toWidestText(isWhole ? sentence : sentence.slice(0, lead))} ${BUTTON_ROOM}`;
  });
