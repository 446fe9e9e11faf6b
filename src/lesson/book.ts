import type { StepKind } from '../sim/action.ts';
import type { Row } from './cellRow.ts';
import type { Sentence } from './narration.ts';

/** The StepKinds that the walk is made of, and those that are told in the same words. */
export type WalkKind = Extract<
  StepKind,
  'start' | `${'login' | 'request' | 'logout'}.${string}` | 'wait.pass' | 'end.rest'
>;
export type WhatIfKind = Exclude<StepKind, WalkKind>;

/** The words of all StepKinds that the walk does not have. */
export interface WhatIfWords {
  readonly rows: Readonly<Record<WhatIfKind, Row>>;
  readonly session: Readonly<Record<WhatIfKind, Sentence>>;
  readonly token: Readonly<Record<WhatIfKind, Sentence>>;
}

let whatIfWords: WhatIfWords | null = null;

/**
 * Takes in the words of the what-ifs. They are a module of their own, so that the walk does not
 * wait for them: whoever shows another Scenario's Trace calls this first, as often as it likes.
 */
export function learnWords(words: WhatIfWords): void {
  whatIfWords = words;
}

/** Returns a StepKind's words, from the walk's own or the learned ones. @throws TypeError before those are learned. */
export function findWords<Part extends keyof WhatIfWords>(
  part: Part,
  walk: Readonly<Record<WalkKind, WhatIfWords[Part][WhatIfKind]>>,
  kind: StepKind,
): WhatIfWords[Part][WhatIfKind] {
  const known: Partial<Record<StepKind, WhatIfWords[Part][WhatIfKind]>> = walk;
  const found = known[kind] ?? whatIfWords?.[part][kind as WhatIfKind];
  if (!found) throw new TypeError(`no words for ${kind}: learnWords() comes first`);
  return found;
}
