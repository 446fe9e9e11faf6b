import type { Endless } from '../../../lesson/exercises/endless.ts';
import {
  DIFFICULTIES,
  drawWanted,
  formatEndless,
  MOST_TRIES,
  MOST_WANTED,
  startEndless,
} from '../../../lesson/exercises/endless.ts';
import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import { toExercise } from '../../../lesson/exercises/exercise.ts';
import type { Pick } from '../../../lesson/exercises/pick.ts';
import type { RuleId } from '../../../lesson/exercises/rules.ts';
import { readRules } from '../../../lesson/exercises/rules.ts';
import { isOfSameSecond } from '../../../lesson/read/action/account.ts';
import type { PerLane } from '../../../lesson/telling.ts';
import {
  listSettingDifferences,
  restoreSetting,
} from '../../../lesson/texts/settings/changedSettings.ts';
import type { Which } from '../../../lesson/told/question.ts';
import { toWhich } from '../../../lesson/told/question.ts';
import { toPossibleActions } from '../../../sim/possible/possibleActions.ts';
import { formatRunAddress } from '../../../sim/runs/runFile.ts';
import { changeSettings, LOGIN } from '../../../sim/scenarios/toScenarios.ts';
import { LOGIN_TO_LOGOUT } from '../../../sim/scenarios.ts';
import type { Settings } from '../../../sim/settings.ts';
import { readStolen } from '../../../sim/state.ts';
import type { Strategy } from '../../../sim/strategy.ts';
import type { Frame, Trace } from '../../../sim/trace.ts';
import { extendTrace, runScenario, startTrace } from '../../../sim/trace.ts';
import { tellRun } from '../../runs/makeRun.ts';
import { createYieldToPage, SHORT_STRETCH_MS } from '../../runs/yieldToPage.ts';
import { explainPick } from './explainPick.ts';
import type { RunContext } from './readContext.ts';
import { readContext } from './readContext.ts';

/** A random run and what is asked of it. */
export interface MadeEndless extends RunContext {
  readonly exercise: Exercise;
  readonly trace: Trace;
  /** By which rule each lane decided. */
  readonly rules: PerLane<RuleId | null>;
  /** The run as an address has it. */
  readonly runAddress: string | null;
  /** Finds out why a wrong answer is wrong. */
  readonly explain: (said: string) => Promise<Pick | null>;
}

const toLast = ({ frames }: Trace): Frame => {
  const last = frames.at(-1);
  if (!last) throw new TypeError('a trace without a start');
  return last;
};

/** Gives the page its turn, now and then. */
type Pause = () => Promise<void>;

/** Runs a login, what chance adds, and the request that is asked about. */
async function runAttempt(endless: Endless, attempt: number, pause: Pause): Promise<Trace> {
  const { changes, drawNext, drawLast } = startEndless(endless, attempt);
  let settings: Settings = LOGIN_TO_LOGOUT.settings;
  for (const change of changes) settings = changeSettings(change, settings);
  let trace = await extendTrace(startTrace({ ...LOGIN_TO_LOGOUT, settings, actions: [] }), LOGIN);
  for (let i = 0; i < DIFFICULTIES[endless.level].actions; i += 1) {
    await pause();
    trace = await extendTrace(trace, drawNext(toPossibleActions(toLast(trace), settings)));
  }
  const { session, token } = toLast(trace);
  const hasCopy = [session, token].some(({ state }) => readStolen(state).length > 0);
  return extendTrace(trace, drawLast(hasCopy, settings));
}

/** Lists what every step of a run came to: who was let in, and why somebody was not. */
const listVerdicts = ({ frames }: Trace) =>
  frames.flatMap(({ session, token }) =>
    [session, token].map(({ outcome }) => `${outcome.allowed} ${outcome.failure} ${outcome.idle}`),
  );

/** Tells whether each setting of a run tells in it: without it something comes out otherwise. */
async function isTelling(trace: Trace, pause: Pause): Promise<boolean> {
  const { scenario } = trace;
  const own = listVerdicts(trace).join('\n');
  for (const path of listSettingDifferences(scenario.settings, LOGIN_TO_LOGOUT.settings)) {
    // Without a second server nothing of this run could be done there.
    if (path === 'second') continue;
    const settings = restoreSetting(scenario.settings, LOGIN_TO_LOGOUT.settings, path);
    await pause();
    const without = await runScenario({ ...scenario, settings });
    if (listVerdicts(without).join('\n') === own) return false;
  }
  return true;
}

/** Tells whether a token passes for having been made in the very second since which tokens hold: nobody has to know that. */
const passesBySecond = ({ scenario: { settings }, frames }: Trace): boolean =>
  frames.some(({ token }) => isOfSameSecond({ lane: token, settings, strategy: 'token' }));

const toAnswer = ({ session, token }: Frame): Which =>
  toWhich(session.outcome.allowed === true, token.outcome.allowed === true);

/** Runs a random challenge, tried anew until each of its settings tells, for a while also until it ends as chance wants it. */
async function runEndless(endless: Endless): Promise<Trace> {
  const wanted = drawWanted(endless);
  const pause = createYieldToPage(SHORT_STRETCH_MS);
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const trace = await runAttempt(endless, attempt, pause);
    const isWanted = attempt >= MOST_WANTED || toAnswer(toLast(trace)) === wanted;
    if (isWanted && !passesBySecond(trace) && (await isTelling(trace, pause))) return trace;
  }
  throw new TypeError(`nothing tells in ${formatEndless(endless)}`);
}

/** Makes a random challenge: its run, and who is let in by its last request. */
export async function makeEndless(endless: Endless): Promise<MadeEndless> {
  const trace = await runEndless(endless);
  const { telling } = tellRun(trace);
  const made = toExercise(telling, { about: 'entry' }, toLast(trace).step);
  if (!made) throw new TypeError(`nothing to ask of ${formatEndless(endless)}`);
  const { settings, actions } = trace.scenario;
  const exercise = { ...made, id: formatEndless(endless) };
  return {
    exercise,
    explain: (said) => explainPick(exercise, { settings, actions }, said),
    trace,
    rules: readRules(trace, toLast(trace).step),
    ...readContext(trace),
    runAddress: formatRunAddress({ settings, actions }, LOGIN_TO_LOGOUT.settings),
  };
}

/** What makes two runs the same. */
const toKey = ({ scenario: { settings, actions } }: Trace) => JSON.stringify([settings, actions]);

/** How many further challenges are looked through for one that is decided by the same rule. */
const MOST_LIKE_IT = 60;

/**
 * Makes the next challenge of the same level that is decided in a lane by the same rule as another
 * one: what was not known is asked once more at once. `null` where none of the next ones is.
 */
export async function makeLikeIt(
  { level, seed }: Endless,
  lane: Strategy,
  rule: RuleId,
): Promise<Endless | null> {
  const own = toKey(await runEndless({ level, seed }));
  for (let further = 1; further <= MOST_LIKE_IT; further += 1) {
    const next: Endless = { level, seed: (seed + further) % 0x1_0000_0000 };
    const trace = await runEndless(next);
    // Two seeds can come to one run.
    if (toKey(trace) === own) continue;
    if (readRules(trace, toLast(trace).step)[lane] === rule) return next;
  }
  return null;
}
