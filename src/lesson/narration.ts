import type { StepKind } from '../sim/action.ts';
import type { Strategy } from '../sim/strategy.ts';
import type { Frame, LaneFrame } from '../sim/trace.ts';
import type { WalkKind } from './book.ts';
import { amend, findWords } from './book.ts';
import type { RichText } from './richText.ts';
import { SESSION_SENTENCES } from './sessionSentences.ts';
import { TOKEN_SENTENCES } from './tokenSentences.ts';

/** Says one lane's step in plain words; the frame, where it is known, tells which Action it belongs to. */
export type Sentence = (lane: LaneFrame, frame?: Frame) => RichText;

const SENTENCES: Readonly<Record<Strategy, Readonly<Record<WalkKind, Sentence>>>> = {
  session: SESSION_SENTENCES,
  token: TOKEN_SENTENCES,
};

/** Returns what happened in one lane's step and why, with the computed values in it. */
export function toNarration(
  kind: StepKind,
  lane: LaneFrame,
  strategy: Strategy,
  frame?: Frame,
): RichText {
  const amended = frame && amend()?.narration(frame, strategy);
  return amended ?? findWords(strategy, SENTENCES[strategy], kind)(lane, frame);
}
