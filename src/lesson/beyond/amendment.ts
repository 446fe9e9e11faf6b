import type { Strategy } from '../../sim/strategy.ts';
import type { Frame, LaneFrame } from '../../sim/trace.ts';
import type { WalkKind } from '../book.ts';
import type { RichText } from '../richText.ts';
import { SESSION_SENTENCES } from '../sessionSentences.ts';
import { TOKEN_SENTENCES } from '../tokenSentences.ts';
import { findServerId, toServerWords } from './parties.ts';

/** Says a step of the walk's kinds otherwise; `null` where the walk's words are right. */
export type Amendment = (lane: LaneFrame, frame: Frame) => RichText | null;

const SENTENCES = { session: SESSION_SENTENCES, token: TOKEN_SENTENCES } as const;

/** The walk's own words, for an addition to them. */
export const sayWalk = (strategy: Strategy, kind: WalkKind, lane: LaneFrame) =>
  SENTENCES[strategy][kind](lane);

/** Names the server that the step's request went to. */
export const toServer = (lane: LaneFrame) => toServerWords(findServerId(lane));
/** Writes a text's first letter large. */
export const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
