import type { Frame, Trace } from '../../../sim/trace.ts';
import { readStep } from '../../read/moment.ts';
import type { Checkpoint } from '../../telling.ts';
import { sayVariables } from '../tracker/variables.ts';

/** The checkpoints of the walk and what their columns are called. */
export const WALK_CHECKPOINTS: readonly Checkpoint[] = [
  { step: 0, title: 'Start' },
  { step: 3, title: 'After Step 3' },
  { step: 4, title: 'After Step 4' },
  { step: 6, title: 'After Step 6' },
  { step: 9, title: 'After Step 9' },
  { step: 12, title: 'Final' },
];

/** As many as can be read side by side. */
const MOST = 6;
/** How many of a run's steps are looked through: beyond that, nobody reads the columns one by one. */
const LOOKED_AT = 400;

/** What a step decided, in both lanes. */
const toDecision = ({ session, token }: Frame) =>
  [session, token].map(({ outcome }) => `${outcome.allowed}${outcome.failure ?? ''}`).join();

/** How much there is to see at a step, next to the step shown before it. */
function weigh(frame: Frame, texts: readonly string[], shown: readonly string[]): number {
  const changed = texts.filter((text, i) => text !== shown[i]).length;
  const parted = frame.session.outcome.allowed !== frame.token.outcome.allowed ? 2 : 0;
  const decided = toDecision(frame) === 'null,null' ? 0 : 1;
  return changed * 2 + parted + decided;
}

interface Candidate {
  readonly step: number;
  readonly weight: number;
}

/**
 * Lists the columns that matter in a run: the start, the last steps of the Actions at which a
 * variable changed or something was decided, those that show most when there are too many, and the
 * final step.
 */
function deriveCheckpoints(trace: Trace): readonly Checkpoint[] {
  const { frames } = trace;
  const last = frames.length - 1;
  const ends = frames
    .slice(0, LOOKED_AT)
    .filter(({ step, actionIndex }) => step > 0 && frames[step + 1]?.actionIndex !== actionIndex);
  let shown: readonly string[] = [];
  const candidates: Candidate[] = [];
  for (const frame of ends) {
    if (frame.step === last) continue;
    const texts = Object.values(sayVariables(readStep(trace, frame)));
    const weight = weigh(frame, texts, shown);
    shown = texts;
    if (weight > 0) candidates.push({ step: frame.step, weight });
  }
  const kept = [...candidates]
    .sort((a, b) => b.weight - a.weight || a.step - b.step)
    .slice(0, MOST - 2)
    .sort((a, b) => a.step - b.step);
  return [
    { step: 0, title: 'Start' },
    ...kept.map(({ step }) => ({ step, title: `After Step ${step}` })),
    ...(last > 0 ? [{ step: last, title: 'Final' }] : []),
  ];
}

/** Lists the tracker's columns for a run: the lesson's six for the walk, for any other those that matter in it. */
export const listCheckpoints = (trace: Trace, isWalk: boolean): readonly Checkpoint[] =>
  isWalk ? WALK_CHECKPOINTS : deriveCheckpoints(trace);
