import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import { toExercise } from '../../../lesson/exercises/exercise.ts';
import type { LearnCase, LearnId } from '../../../lesson/exercises/learnCases.ts';
import { LEARN_CASES, LOSSES } from '../../../lesson/exercises/learnCases.ts';
import type { Pick } from '../../../lesson/exercises/pick.ts';
import type { RuleId } from '../../../lesson/exercises/rules.ts';
import { readRules } from '../../../lesson/exercises/rules.ts';
import type { PerLane, StepTelling, Telling } from '../../../lesson/telling.ts';
import { toActionLabel } from '../../../lesson/texts/actions/actionLabels.ts';
import type { KeptItems } from '../../../lesson/texts/practise/learn.ts';
import { LEARN_TEXTS } from '../../../lesson/texts/practise/learn.ts';
import {
  listSettingDifferences,
  readSettingAt,
} from '../../../lesson/texts/settings/changedSettings.ts';
import { saySetting } from '../../../lesson/texts/settings/settingDifferences.ts';
import type { Which } from '../../../lesson/told/question.ts';
import { askFor, WHICH } from '../../../lesson/told/question.ts';
import type { Action } from '../../../sim/action.ts';
import { formatRunAddress } from '../../../sim/runs/runFile.ts';
import { changeSettings } from '../../../sim/scenarios/toScenarios.ts';
import { LOGIN_TO_LOGOUT } from '../../../sim/scenarios.ts';
import type { Strategy } from '../../../sim/strategy.ts';
import type { Trace } from '../../../sim/trace.ts';
import { runScenario } from '../../../sim/trace.ts';
import { tellRun } from '../../runs/makeRun.ts';
import { explainPick } from './explainPick.ts';
import type { RunContext } from './readContext.ts';
import { readContext } from './readContext.ts';

/** A case of a part of the walk, run: what is asked of it, and by which rules it comes out so. */
export interface MadeLearn extends RunContext {
  readonly exercise: Exercise;
  readonly rules: PerLane<RuleId | null>;
  readonly trace: Trace;
  readonly runAddress: string | null;
  /** Finds out why a wrong answer is wrong. */
  readonly explain: (said: string) => Promise<Pick | null>;
}

/** Options that differ, the right one among them, at most so many. */
const MOST_OPTIONS = 4;

async function run({ change }: LearnCase, actions: readonly Action[]) {
  const settings = changeSettings(change, LOGIN_TO_LOGOUT.settings);
  return tellRun(await runScenario({ ...LOGIN_TO_LOGOUT, settings, actions }));
}

type RunOfPart = Awaited<ReturnType<typeof run>>;

/** Lists what of the login the server of a lane has after a step; its secret it has without one. */
function listKept({ holders }: StepTelling, lane: Strategy): KeptItems {
  return holders.flatMap(({ item, lanes, places }) =>
    item !== 'Secret' && lanes.includes(lane) && places.includes('server') ? item : [],
  );
}

/** Says what both servers have after a step, and the same with the lanes exchanged. */
function sayKept(told: StepTelling): readonly [string, string] {
  const [session, token] = [listKept(told, 'session'), listKept(told, 'token')];
  return [
    LEARN_TEXTS.sayKept({ session, token }),
    LEARN_TEXTS.sayKept({ session: token, token: session }),
  ];
}

/** What both servers had at other steps of the login, and the last step at which they had just that. */
function listKeptBefore({ run: { lastStep }, at }: Telling): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let step = lastStep - 1; step > 0; step -= 1) {
    const [kept] = sayKept(at(step));
    if (!found.has(kept)) found.set(kept, step);
  }
  return found;
}

function findStep({ run: { lastStep }, at }: Telling, kind: string): number {
  const step = Array.from({ length: lastStep + 1 }, (_, i) => i).find((i) => at(i).kind === kind);
  if (step === undefined) throw new TypeError(`no step of ${kind}`);
  return step;
}

/** Makes an exercise that is asked in words of its own, of an explained step of a run. */
function toWordsExercise(
  telling: Telling,
  step: number,
  question: string,
  right: string,
  others: readonly string[],
  explainedAt = step,
): Exercise {
  const base = toExercise(telling, { about: 'left' }, explainedAt);
  if (!base) throw new TypeError(`nothing explains step ${explainedAt}`);
  const options = [...new Set([right, ...others])].slice(0, MOST_OPTIONS).sort();
  const subject = { about: 'words', question } as const;
  return {
    ...base,
    question: { ...base.question, step, answeredAt: step, subject, options, right },
    place: { step, table: 'session' },
  };
}

/** Says the settings that a run has otherwise than another one. */
const listOtherSettings = ({ trace }: RunOfPart, { trace: other }: RunOfPart) =>
  listSettingDifferences(trace.scenario.settings, other.scenario.settings).map((path) =>
    saySetting(readSettingAt(trace.scenario.settings, path)),
  );

/** Asks what both servers keep; what they would in the other case of the part is an option too. */
async function askKept(own: LearnCase, other: LearnCase) {
  const [made, beside] = [await run(own, own.actions), await run(other, other.actions)];
  const { telling } = made;
  const { lastStep } = telling.run;
  const [right, swapped] = sayKept(telling.at(lastStep));
  const [otherRight] = sayKept(beside.telling.at(beside.telling.run.lastStep));
  const before = listKeptBefore(telling);
  const others = [swapped, otherRight, ...before.keys()];
  // What the browser keeps comes after it.
  const stored = findStep(telling, 'login.create');
  const exercise = toWordsExercise(telling, lastStep, LEARN_TEXTS.kept, right, others, stored);
  const explain = (said: string): Pick | null => {
    if (said === swapped) return { type: 'exchanged' };
    const step = before.get(said);
    if (step !== undefined) return { type: 'atHand', step };
    return { type: 'otherSettings', settings: listOtherSettings(beside, made) };
  };
  return { ...made, exercise, explain };
}

/** Reads who is let in at a step. */
function readWhich(telling: Telling, step: number): Which | undefined {
  const right = askFor(telling, { about: 'entry' }, step)?.right;
  return WHICH.find((which) => which === right);
}

/** Asks after which loss the last request comes out as it is wanted: each is run. */
async function askLoss(own: LearnCase, wanted: keyof typeof LEARN_TEXTS.sayLoss) {
  const runs = await Promise.all(
    LOSSES.map(async (loss) => {
      const made = await run(own, own.actions.toSpliced(-1, 0, loss));
      const { lastStep } = made.telling.run;
      return { ...made, loss, came: readWhich(made.telling, lastStep) };
    }),
  );
  const [right, ...more] = runs.filter(({ came }) => came === wanted);
  if (!right || more.length > 0) throw new TypeError(`not one loss that leaves ${wanted}`);
  const { telling, trace } = right;
  const labels = LOSSES.map(toActionLabel);
  const question = LEARN_TEXTS.sayLoss[wanted];
  const label = toActionLabel(right.loss);
  const exercise = toWordsExercise(telling, telling.run.lastStep, question, label, labels);
  const explain = (said: string): Pick | null => {
    const made = runs.find(({ loss }) => toActionLabel(loss) === said);
    if (!made?.came) return null;
    const { session, token } = made.telling.at(made.telling.run.lastStep);
    const sentences = { session: session.sentence, token: token.sentence };
    return { type: 'came', which: made.came, sentences };
  };
  return { telling, trace, exercise, explain };
}

async function ask(own: LearnCase, other: LearnCase) {
  if (own.asked.about === 'kept') return askKept(own, other);
  if (own.asked.about === 'loss') return askLoss(own, own.asked.wanted);
  const isAlike = own.asked.about === 'step';
  const made = await run(own, isAlike ? LOGIN_TO_LOGOUT.actions : own.actions);
  const { telling } = made;
  const exercise =
    own.asked.about === 'step'
      ? toExercise(telling, { about: 'step' }, own.asked.step)
      : toExercise(telling, { about: 'entry' }, telling.run.lastStep);
  if (!exercise) throw new TypeError('nothing to ask of a part');
  const explain = (said: string) => explainPick(exercise, made.trace.scenario, said, telling);
  return { ...made, exercise, explain };
}

/** Runs a case of a part: 0 for the walk's own servers. @throws RangeError for a case that there is none of. */
export async function makeLearn(id: LearnId, number: number): Promise<MadeLearn> {
  const cases = LEARN_CASES[id];
  const own = cases[number];
  if (!own) throw new RangeError(`no case ${number} of ${id}`);
  const { exercise, trace, explain } = await ask(own, cases.find((other) => other !== own) ?? own);
  const { settings, actions } = trace.scenario;
  const isAlike = own.asked.about === 'step';
  const context = readContext(trace, isAlike ? -1 : undefined);
  // What happened is not told where that is the question.
  const untold = { actions: own.actions.map(toActionLabel), times: [] };
  return {
    exercise: { ...exercise, id: `${id}.${number}` },
    trace,
    explain: async (said) => explain(said),
    rules: readRules(trace, exercise.question.answeredAt),
    ...context,
    ...(own.asked.about === 'loss' ? untold : {}),
    runAddress: formatRunAddress({ settings, actions }, LOGIN_TO_LOGOUT.settings),
  };
}
