import type { Strategy } from '../sim/strategy.ts';
import type { Frame, Trace } from '../sim/trace.ts';
import { lazily } from './lazily.ts';
import { formatClock } from './page/format.ts';
import type { Moment } from './read/moment.ts';
import { readStep } from './read/moment.ts';
import { readWholeAction } from './read/run/actionOutcome.ts';
import { findAskingStep } from './read/run/askingStep.ts';
import { readCounts, readRequestCosts } from './read/run/counts.ts';
import { findAnsweringStep, findDecidingStep } from './read/run/decidingStep.ts';
import { readPossible } from './read/run/possible.ts';
import { isWalkSoFar, isWholeWalk } from './read/run/walk.ts';
import { readHolders } from './read/stage/holders.ts';
import { hasTwoStores } from './read/stage/variables.ts';
import type { LaneTelling, RunTelling, StepTelling, Telling } from './telling.ts';
import { entitle } from './texts/scenarios/scenarioTitles.ts';
import { VARIABLES } from './texts/variables.ts';
import { WHOLE_RUN } from './told/span.ts';
import { measureRoom, toWidestText } from './told/textWidth.ts';
import { sayAnswer, sayBadge } from './words/lane/badge.ts';
import { listActingCode } from './words/lane/codeMarks.ts';
import { type Led, splitLead } from './words/lane/lead.ts';
import { sayConsole, sayMessages } from './words/lane/messages.ts';
import { sayRow } from './words/lane/row.ts';
import { saySentence, sayUnmarked } from './words/lane/sentence.ts';
import { sayCheckpoints } from './words/run/checkpoints.ts';
import { sayCodeDifferences } from './words/run/codeDifferences.ts';
import { sayCounts } from './words/run/counts.ts';
import { sayFlow } from './words/run/flow.ts';
import { sayResult } from './words/run/result.ts';
import { sayTranscriptLine } from './words/run/transcript.ts';
import { listAround } from './words/stage/around.ts';
import { sayStage } from './words/stage/stage.ts';
import { getWords } from './words/steps/steps.ts';
import { sayValues } from './words/tracker/values.ts';
import { listChanged, sayVariables } from './words/tracker/variables.ts';

function tellLane(moment: Moment, run: RunTelling): LaneTelling {
  const said = lazily({ led: () => splitLead(saySentence(moment)) });
  return lazily<LaneTelling>({
    badge: () => sayBadge(moment),
    answer: () => sayAnswer(moment),
    sentence: () => said.led.parts,
    lead: () => said.led.lead,
    stage: () => sayStage(moment, run.around),
    messages: () => sayMessages(moment),
    console: () => sayConsole(moment),
    code: () => listActingCode(moment),
  });
}

function tellStep(trace: Trace, frame: Frame, run: RunTelling): StepTelling {
  const step = readStep(trace, frame);
  const { start } = trace.scenario.settings;
  return lazily<StepTelling>({
    step: () => frame.step,
    kind: () => frame.kind,
    actionIndex: () => frame.actionIndex,
    title: () => getWords(frame.kind, step.session.settings).title(step),
    isUsers: () => step.session.actor.who === 'user',
    clock: () => formatClock(frame.session.state.clock, start),
    row: () => sayRow(step),
    session: () => tellLane(step.session, run),
    token: () => tellLane(step.token, run),
    holders: () => readHolders(step),
    variables: () => sayVariables(step),
    changed: () => {
      const before = trace.frames[frame.step - 1];
      return listChanged(step, before ? readStep(trace, before) : null);
    },
    values: () => sayValues(step),
    transcript: () => sayTranscriptLine(step, isWalkSoFar(trace)),
    flow: () => (run.isWalk ? null : sayFlow(trace, frame.step)),
    counts: () => {
      const { now, before } = readCounts(trace, frame.step);
      return sayCounts(now, before);
    },
    possible: () => readPossible(trace, frame.step),
  });
}

/** Says how the last Action ended in both lanes. */
function sayEnd(trace: Trace): RunTelling['end'] {
  const { frames } = trace;
  const last = frames.at(-1);
  const own = frames.filter(({ actionIndex }) => actionIndex === last?.actionIndex);
  const steps = own.map((frame) => readStep(trace, frame));
  const tellEnd = (strategy: Strategy) => {
    const end = readWholeAction(steps.map((step) => step[strategy]));
    return end ? sayBadge(end).word : '';
  };
  return { session: tellEnd('session'), token: tellEnd('token') };
}

/** Finds the steps of which most is said in each lane; of a long run among its first steps. */
function findLongest(trace: Trace): RunTelling['longest'] {
  const steps = trace.frames.slice(0, WHOLE_RUN + 1).map((frame) => readStep(trace, frame));
  const find = (strategy: Strategy) => {
    const said = steps.map((step) => splitLead(sayUnmarked(step[strategy])));
    const findMost = (toText: (led: Led) => string) => {
      const sizes = said.map((led) => measureRoom(toText(led)));
      return sizes.indexOf(Math.max(...sizes));
    };
    return {
      lead: findMost(({ parts, lead }) => toWidestText(parts.slice(0, lead))),
      whole: findMost(({ parts }) => toWidestText(parts)),
    };
  };
  return { session: find('session'), token: find('token') };
}

const tellRun = (trace: Trace): RunTelling =>
  lazily<RunTelling>({
    scenario: () => entitle(trace.scenario),
    lastStep: () => trace.frames.length - 1,
    isWalk: () => isWholeWalk(trace),
    around: () => listAround(trace),
    variables: () => VARIABLES[hasTwoStores(trace) ? 'twoStores' : 'oneStore'],
    checkpoints: () => sayCheckpoints(trace, isWholeWalk(trace)),
    decides: () => findDecidingStep(trace),
    asks: () => findAskingStep(trace),
    answers: () => findAnsweringStep(trace),
    codeDifferences: () => sayCodeDifferences(trace),
    perRequest: () => readRequestCosts(trace),
    result: () => ({ session: sayResult(trace, 'session'), token: sayResult(trace, 'token') }),
    end: () => sayEnd(trace),
    longest: () => findLongest(trace),
  });

/**
 * Opens the Telling of a run. What it says of a step is made when that is first asked for, and
 * kept; of a run of 10,000 Actions nobody looks at all steps.
 */
export function openTelling(trace: Trace): Telling {
  const { frames } = trace;
  const told = new Map<number, StepTelling>();
  const run = tellRun(trace);
  return {
    run,
    at(step) {
      const known = told.get(step);
      if (known) return known;
      const frame = frames[step];
      if (!frame) throw new RangeError(`no step ${step} in a run of ${frames.length - 1} steps`);
      const made = tellStep(trace, frame, run);
      told.set(step, made);
      return made;
    },
  };
}
