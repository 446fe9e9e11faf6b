import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import { toExercise } from '../../../lesson/exercises/exercise.ts';
import type { Pair, PairId } from '../../../lesson/exercises/pairs.ts';
import { PAIRS } from '../../../lesson/exercises/pairs.ts';
import type { Pick } from '../../../lesson/exercises/pick.ts';
import type { StepTelling } from '../../../lesson/telling.ts';
import { toActionLabel } from '../../../lesson/texts/actions/actionLabels.ts';
import { PREDICT_TEXTS } from '../../../lesson/texts/panels/check/predict.ts';
import { PAIR_TEXTS } from '../../../lesson/texts/practise/visualize.ts';
import { readSettingAt } from '../../../lesson/texts/settings/changedSettings.ts';
import { saySetting } from '../../../lesson/texts/settings/settingDifferences.ts';
import type { Which } from '../../../lesson/told/question.ts';
import { WHICH } from '../../../lesson/told/question.ts';
import type { Run } from '../../../sim/runs/run.ts';
import { formatRunAddress } from '../../../sim/runs/runFile.ts';
import { changeSettings } from '../../../sim/scenarios/toScenarios.ts';
import { LOGIN_TO_LOGOUT } from '../../../sim/scenarios.ts';
import { runScenario } from '../../../sim/trace.ts';
import { tellRun } from '../../runs/makeRun.ts';
import type { RunDifference } from '../../whatIf/runDifferences.ts';
import { listDifferences } from '../../whatIf/runDifferences.ts';
import type { RunContext } from './readContext.ts';
import { readContext } from './readContext.ts';

/** One of the two runs: what it has otherwise than the other one, and what came of it. */
export interface PairRun {
  readonly name: string;
  readonly which: Which;
  /** Its last step, at which it is decided. */
  readonly told: StepTelling;
  readonly run: Run;
  readonly runAddress: string | null;
}

/** Two runs, and the question of which lets whom in. */
export interface MadePair {
  readonly exercise: Exercise;
  readonly runs: readonly [PairRun, PairRun];
  /** What both of them are, in a few words. */
  readonly context: RunContext;
  /** All in which the second is not the first. */
  readonly differences: readonly RunDifference[];
  /** Says of a wrong answer what came in the run that it is wrong about. */
  readonly explain: (said: string) => Promise<Pick | null>;
}

function listRuns(pair: Pair): readonly [Run, Run] {
  const { change = {}, actions, second } = pair;
  const settings = changeSettings(change, LOGIN_TO_LOGOUT.settings);
  return [
    { settings, actions },
    'change' in second
      ? { settings: changeSettings(second.change, settings), actions }
      : { settings, actions: actions.toSpliced(-1, 0, second.before) },
  ];
}

/** Names the one thing, as each of the two runs has it. */
function nameRuns(differences: readonly RunDifference[], first: Run): readonly [string, string] {
  const [one, ...more] = differences;
  if (!one || more.length > 0) throw new TypeError(`${differences.length} differences in a pair`);
  if (one.type === 'setting') {
    const before = readSettingAt(first.settings, one.path);
    return [saySetting(before), saySetting(one)];
  }
  if (one.type === 'missing') throw new TypeError('the second run of a pair lacks an Action');
  const label = toActionLabel(one.action);
  return [PAIR_TEXTS.sayWithout(label), PAIR_TEXTS.sayAfter(label)];
}

async function make(run: Run) {
  const { telling, trace } = tellRun(await runScenario({ ...LOGIN_TO_LOGOUT, ...run }));
  const exercise = toExercise(telling, { about: 'entry' }, telling.run.lastStep);
  const which = WHICH.find((one) => one === exercise?.question.right);
  if (!exercise || !which) throw new TypeError('nothing to ask of a pair');
  const runAddress = formatRunAddress(run, LOGIN_TO_LOGOUT.settings);
  return {
    run,
    trace,
    telling,
    exercise,
    which,
    runAddress,
    told: telling.at(telling.run.lastStep),
  };
}

/** Runs both of a pair. The options are what came in the two, in all ways to put them together. */
export async function makePair(id: PairId): Promise<MadePair> {
  const [firstRun, secondRun] = listRuns(PAIRS[id]);
  const [a, b] = await Promise.all([make(firstRun), make(secondRun)]);
  const differences = listDifferences(b, a);
  const [firstName, secondName] = nameRuns(differences, firstRun);
  const runs = [
    { ...a, name: firstName },
    { ...b, name: secondName },
  ] as const;
  const answers = [
    [a.which, b.which],
    [b.which, a.which],
    [a.which, a.which],
    [b.which, b.which],
  ] as const;
  const say = ([first, second]: readonly [Which, Which]) => PAIR_TEXTS.sayAnswer(first, second);
  const { question } = b.exercise;
  const subject = {
    about: 'words',
    question: PAIR_TEXTS.sayQuestion(PREDICT_TEXTS.sayQuestion(question)),
  } as const;
  const options = [...new Set(answers.map(say))].sort();
  const right = say(answers[0]);
  const exercise = { ...b.exercise, id, question: { ...question, subject, options, right } };
  const explain = async (said: string): Promise<Pick | null> => {
    const answer = answers.find((one) => say(one) === said);
    if (!answer) return null;
    const wrong = runs.filter(({ which }, i) => answer[i] !== which);
    return { type: 'runs', runs: wrong.map(({ name, which }) => ({ name, which })) };
  };
  const both = readContext(a.trace, undefined, secondRun.actions);
  // What only the first has is said beside it.
  const context = { ...both, settings: both.settings.filter(({ said }) => said !== firstName) };
  return { exercise, runs, context, differences, explain };
}
