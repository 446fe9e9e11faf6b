import type { StepKind } from '../sim/action.ts';
import type { Message } from '../sim/message.ts';
import type { Scenario } from '../sim/scenario.ts';
import type { Strategy } from '../sim/strategy.ts';
import type { Frame, LaneFrame, Trace } from '../sim/trace.ts';
import type { Row } from './cellRow.ts';
import type { Cells } from './cells.ts';
import type { CodeMark } from './codeMarks.ts';
import type { Detail } from './details.ts';
import type { Sentence } from './narration.ts';
import type { RichText } from './richText.ts';
import type { Checkpoint, Variable } from './variables.ts';

/** The StepKinds that the walk is made of, and those that are told in the same words. */
export type WalkKind = Extract<
  StepKind,
  'start' | `${'login' | 'request' | 'logout'}.${string}` | 'wait.pass' | 'end.rest'
>;
export type WhatIfKind = Exclude<StepKind, WalkKind>;

/**
 * What is told otherwise where a run goes beyond the walk, though its steps are of the walk's kinds:
 * a token in a cookie, a second server, a 403. Each returns nothing where the walk's words are right.
 */
export interface Amendments {
  cells(frame: Frame): Partial<Cells> | null;
  narration(frame: Frame, strategy: Strategy): RichText | null;
  /** The facts behind the cells of steps that the walk does not have. */
  readonly details: Readonly<Partial<Record<StepKind, Detail>>>;
  verdict(frame: Frame, strategy: Strategy): string | null;
  variables(frame: Frame, before?: Frame): Partial<Record<Variable, string>> | null;
  checkpoints(trace: Trace): readonly Checkpoint[] | null;
  /** What the stage has to show in this run beside client, wire and server; empty for nothing. */
  around(trace: Trace): string;
  /** What a token's server keeps, where a design brings state back; a line each. */
  serverState(lane: LaneFrame): readonly string[];
  /** Who sent a message to whom, where that is not the client and the one server; else `null`. */
  route(message: Message): string | null;
  codeMarks(kind: StepKind, strategy: Strategy): readonly CodeMark[] | undefined;
  /** In what the run's servers differ from the code that is shown, in a sentence each. */
  codeDifferences(trace: Trace, shown: readonly Strategy[]): readonly string[];
}

/** The words of all StepKinds that the walk does not have. */
export interface WhatIfWords {
  readonly amend: Amendments;
  readonly rows: Readonly<Record<WhatIfKind, Row>>;
  readonly session: Readonly<Record<WhatIfKind, Sentence>>;
  readonly token: Readonly<Record<WhatIfKind, Sentence>>;
}

type IsWalk = (scenario: Scenario) => boolean;

let whatIfWords: WhatIfWords | null = null;
let isWalk: IsWalk = () => true;

/**
 * Takes in the words of the what-ifs. They are a module of their own, so that the walk does not
 * wait for them: whoever shows another Scenario's Trace calls this first, as often as it likes.
 * `tellWalk` tells the walk from a run that only looks like it.
 */
export function learnWords(words: WhatIfWords, tellWalk: IsWalk): void {
  whatIfWords = words;
  isWalk = tellWalk;
}

/** Tells whether a run does what the walk does, under the walk's settings; as long as there is only the walk, it does. */
export const isToldAsWalk: IsWalk = (scenario) => isWalk(scenario);

/** Returns what amends the walk's words; `undefined` as long as there is only the walk. */
export const amend = (): Amendments | undefined => whatIfWords?.amend;

type Words = Omit<WhatIfWords, 'amend'>;

/** Returns a StepKind's words, from the walk's own or the learned ones. @throws TypeError before those are learned. */
export function findWords<Part extends keyof Words>(
  part: Part,
  walk: Readonly<Record<WalkKind, WhatIfWords[Part][WhatIfKind]>>,
  kind: StepKind,
): WhatIfWords[Part][WhatIfKind] {
  const known: Partial<Record<StepKind, WhatIfWords[Part][WhatIfKind]>> = walk;
  const found = known[kind] ?? whatIfWords?.[part][kind as WhatIfKind];
  if (!found) throw new TypeError(`no words for ${kind}: learnWords() comes first`);
  return found;
}
