import type { Action, StepKind } from '../../sim/action.ts';
import type { Scenario } from '../../sim/scenario.ts';
import type { LaneFrame, Trace } from '../../sim/trace.ts';
import type { StepTelling, Telling } from '../telling.ts';

/** The five cells of a row: step, action, session, token, result. */
export type CellTexts = readonly [string, string, string, string, string];

export interface FrameJson {
  readonly step: number;
  readonly kind: StepKind;
  readonly action: Action | null;
  readonly cells: CellTexts;
  readonly session: LaneFrame;
  readonly token: LaneFrame;
}

/** A Trace as other people's tools read it; README.md describes it, a test holds it. */
export interface TraceJson {
  readonly scenario: Scenario;
  readonly frames: readonly FrameJson[];
}

/** Returns the five texts of a step's row. */
export function toCellTexts({ step, row }: StepTelling): CellTexts {
  return [String(step), row.action, row.session.text, row.token.text, row.result];
}

/** Turns a Trace and its Telling into its public JSON, member by member, so that nothing gets in unnoticed. */
export function toTraceJson({ scenario, frames }: Trace, { at }: Telling): TraceJson {
  const toLane = ({ outcome, messages, signatures, state }: LaneFrame): LaneFrame => ({
    outcome,
    messages,
    signatures,
    state,
  });
  return {
    scenario,
    frames: frames.map((frame) => ({
      step: frame.step,
      kind: frame.kind,
      action: frame.action,
      cells: toCellTexts(at(frame.step)),
      session: toLane(frame.session),
      token: toLane(frame.token),
    })),
  };
}
