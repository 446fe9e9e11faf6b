import { isCookieRefused } from '../outcome.ts';
import type { StepKind } from '../stepKind.ts';
import type { LaneStep, Recorder } from './recorder.ts';
import { addSignatures, NO_SIGNATURES, startRecording } from './recorder.ts';

/** Joins the phases of a folded Action: all messages and signatures, the last State, the outcome that says most: a refusal, a lost cookie, an answer's, the last of a lane that did something, the first of one that did nothing. */
export function foldSteps(kind: StepKind, steps: readonly LaneStep[]): LaneStep {
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last) throw new RangeError(`nothing to fold into ${kind}`);
  const answered = steps.findLast(({ outcome }) => outcome.status !== null);
  const telling =
    (answered?.outcome.type === 'denied' ? answered : null) ??
    steps.find(({ outcome }) => isCookieRefused(outcome)) ??
    answered ??
    steps.findLast(({ outcome }) => outcome.type !== 'idle') ??
    first;
  const messages = steps.flatMap((step) => step.messages);
  const signatures = steps.map((step) => step.signatures).reduce(addSignatures, NO_SIGNATURES);
  const copy = last.outcome.copy ?? telling.outcome.copy;
  const waitedMs = steps.reduce((sum, { outcome }) => sum + (outcome.waitedMs ?? 0), 0);
  const outcome = { ...telling.outcome, copy, ...(waitedMs > 0 && { waitedMs }) };
  return { kind, state: last.state, messages, signatures, outcome };
}

/** Runs what has phases of its own as a part of one Step, which the caller finishes; returns it folded. */
export async function runInside(
  recorder: Recorder,
  kind: StepKind,
  run: (inside: Recorder) => Promise<void>,
): Promise<LaneStep> {
  const { recorder: inside, steps } = startRecording(recorder.settings, recorder.state);
  await run(inside);
  const folded = foldSteps(kind, steps);
  for (const message of folded.messages) recorder.send(message);
  recorder.addSignatures(folded.signatures);
  recorder.set(folded.state);
  return folded;
}
