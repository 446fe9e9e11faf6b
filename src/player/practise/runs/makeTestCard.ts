import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import { toExercise } from '../../../lesson/exercises/exercise.ts';
import type { Pick } from '../../../lesson/exercises/pick.ts';
import type { RuleId } from '../../../lesson/exercises/rules.ts';
import { readRules } from '../../../lesson/exercises/rules.ts';
import type { TestKind } from '../../../lesson/exercises/testLevels.ts';
import type { PerLane, Telling } from '../../../lesson/telling.ts';
import { isTried, type Subject } from '../../../lesson/told/question.ts';
import type { Action, ActionType } from '../../../sim/action.ts';
import { SERVER } from '../../../sim/actors.ts';
import { toPossibleActions } from '../../../sim/possible/possibleActions.ts';
import { isSameAction } from '../../../sim/runs/isSameAction.ts';
import type { Run } from '../../../sim/runs/run.ts';
import { formatRunAddress } from '../../../sim/runs/runFile.ts';
import { isRecordExpired, listRecords } from '../../../sim/session/store.ts';
import { readClock } from '../../../sim/state.ts';
import type { Frame, Trace } from '../../../sim/trace.ts';
import { runScenario } from '../../../sim/trace.ts';
import { tellRun } from '../../runs/makeRun.ts';
import { explainPick, explainWhich } from './explainPick.ts';
import { runSiblings } from './makeExercise.ts';
import type { RunContext } from './readContext.ts';
import { readContext } from './readContext.ts';
import type { TestRun } from './testPool.ts';

/** A question of a test, with what has happened up to there. */
export interface TestCard extends RunContext {
  readonly exercise: Exercise;
  /** The other test has as many questions about it. */
  readonly topic: string;
  readonly kind: TestKind;
  /** Names the run that is asked about. */
  readonly runName: string;
  /** The question of its Scenario; `null` where a thing is changed of that. */
  readonly about: string | null;
  /** By which rule each lane decided what is asked. */
  readonly rules: PerLane<RuleId | null>;
  readonly run: Run;
  /** The run as an address has it; `null` for the Scenario's own. */
  readonly runAddress: string | null;
  /** Finds out why a wrong answer is wrong. */
  readonly explain: (said: string) => Promise<Pick | null>;
}

/** After these it is worth asking what is left. */
const ENDINGS: readonly ActionType[] = [
  ...(['logout', 'logoutEverywhere', 'wait', 'leave', 'forget'] as const),
  ...(['restart', 'rotateSecret', 'changePassword', 'ban'] as const),
];

/** What is asked of variables: what somebody keeps. */
const VARIABLES: readonly Subject[] = [
  { about: 'variable', variable: 'sessionStore' },
  { about: 'variable', variable: 'token' },
  { about: 'variable', variable: 'sessionCookie' },
];

const FEWEST_OPTIONS = 3;

/** What Challenge shows too seldom to be asked for. */
const SELDOM: RuleId = 'recordOver';

/** What every step of a run came to. */
const listVerdicts = ({ frames }: Trace) =>
  frames
    .flatMap(({ session, token }) => [session.outcome, token.outcome])
    .map(({ allowed, failure, idle }) => `${allowed} ${failure} ${idle}`)
    .join('\n');

/** Runs what a test asks about; `null` where what is changed cannot be done there, or tells nothing. */
async function tryRun({ scenario, twist, run }: TestRun): Promise<Trace | null> {
  if (twist && 'before' in twist) {
    const before = await runScenario({ ...scenario, ...run, actions: run.actions.slice(0, -2) });
    const last = before.frames.at(-1);
    const possible = last ? toPossibleActions(last, run.settings) : [];
    if (!possible.some((one) => isSameAction(one, twist.before))) return null;
  }
  const trace = await runScenario({ ...scenario, ...run });
  if (twist && 'change' in twist) {
    const { actions } = run;
    const without = await runScenario({ ...scenario, actions });
    if (listVerdicts(without) === listVerdicts(trace)) return null;
  }
  return trace;
}

/** The step of the last Action at which it is decided who gets in. */
function findAsked({ run: { lastStep, scenario }, at }: Telling): number | null {
  const last = scenario.actions.length - 1;
  for (let step = lastStep; at(step).actionIndex === last; step -= 1) {
    if (isTried(at(step))) return step;
  }
  return null;
}

/** Asks who gets in at last; `null` where nobody tries. */
function askEntry(telling: Telling): Exercise | null {
  const step = findAsked(telling);
  return step === null ? null : toExercise(telling, { about: 'entry' }, step);
}

/** Asks what is left; what the run comes to when it is tried has to be the same. */
function askLeft(telling: Telling, tried: Telling): Exercise | null {
  const left = toExercise(telling, { about: 'left' }, telling.run.lastStep);
  return left?.question.right === askEntry(tried)?.question.right ? left : null;
}

/** A record that is over is kept until somebody asks for it, which neither Learn nor Challenge shows. */
const keepsOver = ({ session: { state } }: Frame) =>
  Object.values(state.stores)
    .flatMap(listRecords)
    .some(([, record]) => isRecordExpired(record, readClock(state, SERVER)));

/** The same with a copy that is made when all is given out, and sent at the end: what it is worth is what it gets. */
function withCopy({ settings, actions }: Run): Run {
  const login = actions.findLastIndex(({ type }) => type === 'login');
  const isStolen = actions.some(({ type }) => type === 'steal');
  const copied = isStolen ? actions : actions.toSpliced(login + 1, 0, { type: 'steal' });
  return { settings, actions: [...copied, { type: 'replay', fold: true }] };
}

/** A server that starts anew forgets an old secret that it still knew, which no question says. */
const startsBetweenSecrets = (actions: readonly Action[]) =>
  actions.some((action) => action.type === 'rotateSecret' && action.how === 'add') &&
  actions.some(({ type }) => type === 'restart');

const isUntil = (action: Action) => action.type === 'wait' && action.until !== undefined;

const countBrowsers = (actions: readonly Action[]) =>
  new Set(actions.flatMap((one) => (one.type === 'login' ? [one.client] : []))).size;

/** Asks what is in a variable, another one of each Scenario; with too few options it is no question. */
async function askVariable(
  telling: Telling,
  { scenario }: TestRun,
  last: Frame | undefined,
): Promise<Exercise | null> {
  if (!last || keepsOver(last)) return null;
  const siblings = await runSiblings(scenario.id);
  const first = scenario.id.length % VARIABLES.length;
  for (const subject of [...VARIABLES.slice(first), ...VARIABLES.slice(0, first)]) {
    const asked = toExercise(telling, subject, telling.run.lastStep, siblings);
    if (asked && asked.question.options.length >= FEWEST_OPTIONS) return asked;
  }
  return null;
}

/** Makes a question of a kind of a run; `null` where it has none. */
export async function makeTestCard(own: TestRun, kind: TestKind): Promise<TestCard | null> {
  const browsers = countBrowsers(own.run.actions);
  // Of the tokens of several browsers nobody can tell which one is waited for, nor whose copy is meant.
  if (browsers > 1 && (kind === 'left' || own.run.actions.some(isUntil))) return null;
  if (startsBetweenSecrets(own.run.actions)) return null;
  const whole = await tryRun(own);
  if (!whole) return null;
  const { scenario, topic, twist, name } = own;
  const isEntry = kind === 'entry';
  // What is left, and where, is asked before somebody tries.
  const run = isEntry ? own.run : { ...own.run, actions: own.run.actions.slice(0, -1) };
  const ending = run.actions.at(-1)?.type;
  if (!isEntry && (run.actions.length < 2 || !ending || !ENDINGS.includes(ending))) return null;
  const trace = isEntry ? whole : await runScenario({ ...scenario, ...run });
  const { telling } = tellRun(trace);
  const asked = {
    entry: () => askEntry(telling),
    left: () => askLeft(telling, tellRun(whole).telling),
    cell: () => askVariable(telling, own, trace.frames.at(-1)),
  }[kind]();
  const made = await asked;
  if (!made) return null;
  const rules = readRules(trace, made.question.answeredAt);
  if (rules.session === SELDOM) return null;
  const exercise = { ...made, id: made.id.replace(scenario.id, name) };
  return {
    exercise,
    topic,
    kind,
    runName: name,
    about: twist === null && isEntry ? scenario.question : null,
    rules,
    run,
    runAddress: twist === null ? null : formatRunAddress(run, scenario.settings),
    explain: (said) =>
      kind === 'left'
        ? explainWhich(withCopy(run), { about: 'entry' }, made.question.right, said, 'left')
        : explainPick(made, run, said, telling),
    ...readContext(trace),
  };
}
