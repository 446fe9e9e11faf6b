import type { Columns } from './position/columns.ts';
import type { Pointed } from './position/pointed.ts';
import type { Speed } from './position/speed.ts';
import type { View } from './position/views.ts';
import type { ShownRun } from './runs/shownRun.ts';

/** The tracker's columns: the lesson's six checkpoints, or every step. */
export type TrackerView = 'checkpoints' | 'all';

/** The address asks for the stage and its bar alone; or the page is in a small frame. */
export type Embedded = 'no' | 'asked' | 'frame';

/** How a step's outcome is shown while one presents. */
export type Verdict = 'shown' | 'held' | 'revealed';

/** A sentence for the reader, shown until it is dismissed. */
export interface Notice {
  readonly id: number;
  readonly text: string;
}

/** All that the page remembers; whatever follows from it is computed where it is shown. */
export interface PlayerState extends ShownRun {
  /** The step on show. */
  readonly cursor: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** How long the step on show stays while playing, and which turn that is: each starts anew. */
  readonly countdown: { readonly ms: number; readonly turn: number } | null;
  readonly columns: Columns;
  /** The place of the page that is open. */
  readonly view: View;
  /** Whether only the stage and its bar are shown, as in a frame in another page. */
  readonly embedded: Embedded;
  /** Only the stage and its bar are shown, large, for a room full of people. */
  readonly presenting: boolean;
  /** The page is being put on paper, which shows the handout. */
  readonly printing: boolean;
  /** Whether how a step came out is shown; `held`: not before it is asked for, `revealed`: it was. */
  readonly verdict: Verdict;
  readonly pointed: Pointed | null;
  /** Whether the address wants questions before the telling steps; `null`: it says nothing of them. */
  readonly predict: boolean | null;
  /** The way to learn that is open, or what is pasted, and what of it, as the address has it; `null`: none. */
  readonly way: string | null;
  /** The places that a teacher has put in a row, and which of them is open, as the address has it; `null`: none. */
  readonly list: string | null;
  /** What comes is held back until it has been predicted. */
  readonly task: boolean;
  /** The question before the next step is put: nothing goes on until it is answered or skipped, and then by itself if it was playing. */
  readonly asking: { readonly resumes: boolean } | null;
  /** The Scenario that was chosen and is still on its way; `null`: none is. */
  readonly openingId: string | null;
  readonly trackerView: TrackerView;
  readonly shortcutsOpen: boolean;
  readonly shareOpen: boolean;
  /** The word whose entry the glossary's dialog shows; empty: all words. `null`: it is closed. */
  readonly term: string | null;
  readonly notices: readonly Notice[];
}

/** What a reader can do. Every verb that moves the cursor by hand pauses and takes the mark away. */
export interface PlayerVerbs {
  stepForward(): void;
  /** The same, but asks first what will happen where a telling step comes. */
  stepOn(): void;
  stepBack(): void;
  /** Goes to a step; one outside the run gives its nearest end. */
  jumpTo(step: number): void;
  first(): void;
  last(): void;
  reset(): void;
  /** Plays on, after the question where one comes; from the last step it starts again. */
  play(): void;
  pause(): void;
  togglePlay(): void;
  /** The timer's step: plays one further, asks before a telling step, and pauses on the last. */
  advance(): void;
  setSpeed(speed: Speed): void;
  faster(): void;
  slower(): void;
  setColumns(columns: Columns): void;
  /** Opens a place of the page; step and run stay. */
  setView(view: View): void;
  setEmbedded(embedded: Embedded): void;
  /** Begins to present at the stage, or ends it. */
  togglePresent(): void;
  /** Ends presenting, and nothing else. */
  stopPresenting(): void;
  /** Holds back how steps come out; then shows it for this step; then holds nothing back any more. */
  holdVerdict(): void;
  setTrackerView(view: TrackerView): void;
  /** Jumps to a step and marks a place there, showing both columns if its lane is hidden. */
  pointAt(pointed: Pointed): void;
  clearPointed(): void;
  openShortcuts(): void;
  closeShortcuts(): void;
  setShareOpen(open: boolean): void;
  /** Shows a word's entry of the glossary, in place of the shortcuts where those are open; an empty ID shows all words, `null` closes it. */
  showTerm(id: string | null): void;
  /** Adds a notice, unless the same sentence is still there; returns its ID. */
  addNotice(text: string): number;
  dismissNotice(id: number): void;
  /** Shows another Scenario, at a step; the last choice wins, however long each takes to load. Resolves to what is shown, `null` where nothing new is. */
  chooseScenario(id: string, step?: number): Promise<ShownRun | null>;
  /** Opens a what-if from the text that an address has for it; what cannot be read is told. Resolves to what is shown, `null` where nothing new is. */
  openRun(scenarioId: string, text: string, step?: number): Promise<ShownRun | null>;
  /** Shows a what-if, or with `original: null` a Scenario's own run, at a step. */
  showRun(run: ShownRun, step: number): void;
}

export type Player = PlayerState & PlayerVerbs;
