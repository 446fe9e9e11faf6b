import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import { toExercise } from '../../../lesson/exercises/exercise.ts';
import type { CountedRun, Measure, MeasureId, Point } from '../../../lesson/exercises/measures.ts';
import {
  addUp,
  findCostly,
  findCrossing,
  listNearMisses,
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
    const written = { session: all.session.storeWrites, token: all.token.storeWrites };
    return { at, counted: { session: add('session'), token: add('token') }, written };
  });
}

/** What there is to choose from, what is right, and why the rest is wrong. */
interface Asked {
  readonly options: readonly string[];
  readonly right: string;
  readonly explain: (said: string) => Pick | null;
}

/** As many as can be told apart at a glance. */
const MOST_MISSES = 3;

/** Asks how much of it there is: the wrong numbers are those of the same runs. */
function askAmount(id: MeasureId, measure: Measure, points: readonly Point[]): Asked {
  const { unit } = MEASURE_WORDS[id];
  const say = (value: number) => PERFORMANCE_TEXTS.sayCounted(value, unit);
  const right = points.at(-1)?.counted[measure.lane] ?? 0;
  const misses = listNearMisses(measure, points).slice(0, MOST_MISSES);
  const values = [right, ...misses.map(({ value }) => value)].sort((a, b) => a - b);
  return {
    options: values.map(say),
    right: say(right),
    explain: (said) => {
      const miss = misses.find(({ value }) => say(value) === said);
      if (!miss) return null;
      return {
        type: 'otherNumber',
        sentence: PERFORMANCE_TEXTS.sayMiss(miss, said, measure.along),
      };
    },
  };
}

/** Asks which of the two has it. */
function askWhich(
  id: MeasureId,
  measure: Measure,
  asks: 'grows' | 'more',
  points: readonly Point[],
): Asked {
  const names = PERFORMANCE_TEXTS[asks];
  const costly = findCostly(measure, points);
  const options = WHICH.filter((which) => asks === 'grows' || which !== 'nobody');
  const { unit } = MEASURE_WORDS[id];
  const say = (point: Point | undefined, lane: Strategy) =>
    PERFORMANCE_TEXTS.sayCounted(point?.counted[lane] ?? 0, unit);
  return {
    options: options.map((which) => names[which]),
    right: names[costly],
    explain: (said) => {
      const guess = options.find((which) => names[which] === said);
      if (!guess) return null;
      const wrong = STRATEGIES.filter((lane) => isSoIn(guess, lane) !== isSoIn(costly, lane));
      return {
        type: 'counted',
        lanes: wrong.map((lane) => ({
          lane,
          first: say(points[0], lane),
          last: say(points.at(-1), lane),
        })),
      };
    },
  };
}

/** Runs what is to be measured, and counts. */
export async function makeMeasure(id: MeasureId): Promise<MadeMeasure> {
  const measure: Measure = MEASURES[id];
  const runs = listRuns(measure);
  const own: Point[] = [];
  let shown: Trace | null = null;
  for (const one of runs) {
    shown = await runScenario(run(one));
    own.push(...countAt(shown, one, measure));
  }
  const points = measure.along === 'servers' ? addUp(own) : own;
  const [count] = measure.counts;
  if (!shown || !count) throw new TypeError(`nothing to count in ${id}`);
  const { telling } = tellRun(shown);
  const last = telling.run.lastStep;
  const counted = toExercise(telling, { about: 'count', lane: measure.lane, count }, last);
  if (!counted) throw new TypeError(`nothing to ask of ${id}`);
  const { asks } = measure;
  const { options, right, explain } =
    asks === 'amount' ? askAmount(id, measure, points) : askWhich(id, measure, asks, points);
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
        options,
        right,
      },
    },
    points,
    crossing: findCrossing(points),
    runAddress: formatRunAddress({ settings, actions }, LOGIN_TO_LOGOUT.settings),
    explain: async (said) => explain(said),
  };
}
