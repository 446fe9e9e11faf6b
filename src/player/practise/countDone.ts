import { BELIEF_IDS, BELIEFS } from '../../lesson/exercises/beliefs.ts';
import { CARD_IDS } from '../../lesson/exercises/cards.ts';
import { LEVELS } from '../../lesson/exercises/endless.ts';
import { parseExerciseId } from '../../lesson/exercises/exerciseId.ts';
import { GOAL_IDS, GOALS } from '../../lesson/exercises/goals/goals.ts';
import { LEARN_CASES, LEARN_IDS } from '../../lesson/exercises/learnCases.ts';
import { MEASURE_IDS } from '../../lesson/exercises/measures.ts';
import { PAIR_IDS } from '../../lesson/exercises/pairs.ts';
import { PUZZLES } from '../../lesson/exercises/project.ts';
import type { Done } from './practiseProgress.ts';
import type { Way } from './ways.ts';

/** How much there is to do, how much of it was done, and how much of that was right the last time. */
export interface Count {
  readonly all: number;
  readonly said: number;
  readonly right: number;
}

/** Something to do, by its address, and the Scenario that it is about; `null` for what is about many. */
interface Item {
  readonly address: string;
  readonly way: Way;
  readonly scenarioId: string | null;
}

const list = (way: Way, ids: readonly string[], toScenarioId: (id: string) => string | null) =>
  ids.map((id): Item => ({ address: `${way}/${id}`, way, scenarioId: toScenarioId(id) }));

const ofExercise = (id: string) => parseExerciseId(id)?.scenarioId ?? null;
const ofMany = () => null;

/** What Learn asks is about the walk. */
const WALK_ID = 'login-to-logout';

/** All that can be done and counted, over all ways. */
const ITEMS: readonly Item[] = [
  ...list('learn', LEARN_IDS, () => WALK_ID),
  ...BELIEF_IDS.flatMap((id) => list('why', [id], () => ofExercise(BELIEFS[id].exercise))),
  ...list('visualize', PAIR_IDS, ofMany),
  ...list('try', ['routes'], ofMany),
  ...GOAL_IDS.flatMap((id) => list('challenge', [id], () => GOALS[id].scenarioId)),
  ...list(
    'project',
    PUZZLES.map(({ id }) => id),
    ofMany,
  ),
  ...list('performance', MEASURE_IDS, ofMany),
  ...list('review', CARD_IDS, ofExercise),
];

/** What is answered within something that is counted as one, and the levels of random challenges. */
const isPart = (address: string) => {
  const [way, item = ''] = address.split('/');
  if (way === 'challenge') return LEVELS.some((level) => item === `random.${level}`);
  const [, id, number] = /^([a-z]+)\.([0-9])$/.exec(item) ?? [];
  const part = LEARN_IDS.find((one) => one === id);
  return way === 'learn' && part !== undefined && Number(number) < LEARN_CASES[part].length;
};

/** Tells whether an address is of something that can be done. */
export const isItem = (address: string): boolean =>
  ITEMS.some((item) => item.address === address) || isPart(address);

const count = (items: readonly Item[], done: Done): Count => ({
  all: items.length,
  said: items.filter(({ address }) => done[address] !== undefined).length,
  right: items.filter(({ address }) => done[address] === true).length,
});

/** Counts what was done of a way: the way's own page, the list of ways and the table all say this. */
export const countWay = (done: Done, way: Way): Count =>
  count(
    ITEMS.filter((item) => item.way === way),
    done,
  );

/** Counts what was done over all ways about some Scenarios. */
export const countAbout = (done: Done, ids: readonly string[]): Count =>
  count(
    ITEMS.filter(({ scenarioId }) => scenarioId !== null && ids.includes(scenarioId)),
    done,
  );

/** Counts what was done that is about no Scenario alone. */
export const countOther = (done: Done): Count =>
  count(
    ITEMS.filter(({ scenarioId }) => scenarioId === null),
    done,
  );

/** Adds counts. */
export const addCounts = (a: Count, b: Count): Count => ({
  all: a.all + b.all,
  said: a.said + b.said,
  right: a.right + b.right,
});
