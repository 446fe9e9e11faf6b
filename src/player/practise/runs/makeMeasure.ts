import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import { toExercise } from '../../../lesson/exercises/exercise.ts';
import type { CountedRun, Measure, MeasureId, Point } from '../../../lesson/exercises/measures.ts';
import {
  findCostly,
  findCrossing,
  listRuns,
  MEASURES,
} from '../../../lesson/exercises/measures.ts';
import type { Pick } from '../../../lesson/exercises/pick.ts';
import { MEASURE_WORDS, PERFORMANCE_TEXTS } from '../../../lesson/texts/practise/performance.ts';
import { isSoIn, WHICH } from '../../../lesson/told/question.ts';
import { countTrace } from '../../../sim/counts.ts';
import type { Trace } from '../../../sim/runs/history.ts';
import { formatRunAddress } from '../../../sim/runs/runFile.ts';
import { changeSettings } from '../../../sim/scenarios/toScenarios.ts';
import { LOGIN_TO_LOGOUT } from '../../../sim/scenarios.ts';
import type { Strategy } from '../../../sim/strategy.ts';
import { STRATEGIES } from '../../../sim/strategy.ts';
import { runScenario } from '../../../sim/trace.ts';
import { tellRun } from '../../runs/makeRun.ts';

/** What was counted, the question that comes before it, and a run of its own to see it in. */
export interface MadeMeasure {
  readonly exercise: Exercise;
  readonly points: readonly Point[];
  /** Where the other lane begins to have more. */
  readonly crossing: Point | null;
  readonly runAddress: string | null;
  /** Says what was counted in each lane that a wrong answer is wrong about. */
  readonly explain: (said: string) => Promise<Pick | null>;
}

/** Of a long run that many Actions are shown, each of them a step. */
const SHOWN_ACTIONS = 11;

const run = ({ change, actions }: CountedRun) => ({
  ...LOGIN_TO_LOGOUT,
  settings: changeSettings(change, LOGIN_TO_LOGOUT.settings),
  actions,
});

function countAt(trace: Trace, { steps }: CountedRun, { counts }: Measure): readonly Point[] {
  return steps.map(({ at, step }) => {
    const all = countTrace(trace, step);
    const add = (lane: Strategy) => counts.reduce((sum, count) => sum + all[lane][count], 0);
    return { at, counted: { session: add('session'), token: add('token') } };
  });
}

/** Runs what is to be measured, and counts. */
export async function makeMeasure(id: MeasureId): Promise<MadeMeasure> {
  const measure: Measure = MEASURES[id];
  const runs = listRuns(measure);
  const points: Point[] = [];
  let shown: Trace | null = null;
  for (const one of runs) {
    shown = await runScenario(run(one));
    points.push(...countAt(shown, one, measure));
  }
  const [count] = measure.counts;
  if (!shown || !count) throw new TypeError(`nothing to count in ${id}`);
  const { telling } = tellRun(shown);
  const last = telling.run.lastStep;
  const counted = toExercise(telling, { about: 'count', lane: measure.lane, count }, last);
  if (!counted) throw new TypeError(`nothing to ask of ${id}`);
  const names = PERFORMANCE_TEXTS[measure.asks];
  const costly = findCostly(measure, points);
  const options = WHICH.filter((which) => measure.asks === 'grows' || which !== 'nobody');
  const explain = async (said: string): Promise<Pick | null> => {
    const guess = options.find((which) => names[which] === said);
    if (!guess) return null;
    const wrong = STRATEGIES.filter((lane) => isSoIn(guess, lane) !== isSoIn(costly, lane));
    const { unit } = MEASURE_WORDS[id];
    const say = (point: Point | undefined, lane: Strategy) =>
      PERFORMANCE_TEXTS.sayCounted(point?.counted[lane] ?? 0, unit);
    return {
      type: 'counted',
      lanes: wrong.map((lane) => ({
        lane,
        first: say(points[0], lane),
        last: say(points.at(-1), lane),
      })),
    };
  };
  const { settings } = shown.scenario;
  // So many Actions as an address can hold.
  const actions = shown.scenario.actions.slice(0, SHOWN_ACTIONS);
  return {
    exercise: {
      ...counted,
      id: `performance/${id}`,
      place: { ...counted.place, step: Math.min(last, SHOWN_ACTIONS) },
      question: {
        ...counted.question,
        subject: { about: 'words', question: MEASURE_WORDS[id].question },
        options: options.map((which) => names[which]),
        right: names[costly],
      },
    },
    points,
    crossing: findCrossing(points),
    runAddress: formatRunAddress({ settings, actions }, LOGIN_TO_LOGOUT.settings),
    explain,
  };
}
