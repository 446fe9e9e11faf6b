import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import { toExercise } from '../../../lesson/exercises/exercise.ts';
import type { Measure, MeasureId } from '../../../lesson/exercises/measures.ts';
import { MEASURES } from '../../../lesson/exercises/measures.ts';
import type { Place } from '../../../lesson/exercises/pick.ts';
import { findPlace } from '../../../lesson/exercises/pick.ts';
import type { PerLane } from '../../../lesson/telling.ts';
import { countTrace } from '../../../sim/counts.ts';
import { formatRunAddress } from '../../../sim/runs/runFile.ts';
import { changeSettings } from '../../../sim/scenarios/toScenarios.ts';
import { LOGIN_TO_LOGOUT } from '../../../sim/scenarios.ts';
import { runScenario } from '../../../sim/trace.ts';
import { tellRun } from '../../runs/makeRun.ts';

/** What was counted in a run, and the question that comes before it. */
export interface MadeMeasure {
  readonly exercise: Exercise;
  readonly counted: PerLane<number>;
  readonly runAddress: string | null;
  /** Finds where in the run a wrong number is what comes. */
  readonly explain: (said: string) => Promise<Place | null>;
}

/** Runs what is to be measured, and counts. */
export async function makeMeasure(id: MeasureId): Promise<MadeMeasure> {
  const { count, lane, actions, change = {} }: Measure = MEASURES[id];
  const settings = changeSettings(change, LOGIN_TO_LOGOUT.settings);
  const trace = await runScenario({ ...LOGIN_TO_LOGOUT, settings, actions });
  const { telling } = tellRun(trace);
  const last = trace.frames.length - 1;
  const exercise = toExercise(telling, { about: 'count', lane, count }, last);
  if (!exercise) throw new TypeError(`nothing to ask of ${id}`);
  const counts = countTrace(trace, last);
  return {
    exercise,
    counted: { session: counts.session[count], token: counts.token[count] },
    runAddress: formatRunAddress({ settings, actions }, LOGIN_TO_LOGOUT.settings),
    explain: async (said) => findPlace(telling, exercise.question, said),
  };
}
