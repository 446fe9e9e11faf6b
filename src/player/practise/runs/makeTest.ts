import { LEVELS } from '../../../lesson/exercises/endless.ts';
import { TEST_MIXTURE } from '../../../lesson/exercises/testLevels.ts';
import { DECIDING_STEPS } from '../../../lesson/told/decidingSteps.ts';
import { isTried } from '../../../lesson/told/question.ts';
import type { ScenarioId } from '../../../sim/scenarios.ts';
import { shuffle } from '../../kept/shuffle.ts';
import { runScenarioById } from '../../runs/makeRun.ts';
import { createYieldToPage, SHORT_STRETCH_MS } from '../../runs/yieldToPage.ts';
import type { TestAddress } from '../testAddress.ts';
import type { MadeCard } from './makeCard.ts';
import { makeCard } from './makeCard.ts';
import { isShown, TEST_SHELVES, type TestShelf } from './testPool.ts';

/** A question of a test, and its topic, which the other test has as often. */
export interface TestCard extends MadeCard {
  readonly topic: string;
}

/** Two runs of one topic and level, one for each test. */
interface Pair {
  readonly topic: string;
  readonly before: ScenarioId;
  readonly after: ScenarioId;
}

const shuffled = <T>(all: readonly T[], seed: number): readonly T[] =>
  shuffle(all.length, seed).flatMap((i) => all.slice(i, i + 1));

/** Tells whether somebody tries to get in at the step that decides a run. */
async function asksEntry(id: ScenarioId): Promise<boolean> {
  const { telling } = await runScenarioById(id);
  return isTried(telling.at(DECIDING_STEPS[id]));
}

/** Lists the pairs that a shelf has; what goals begin at has been seen by who has practised, and comes before. */
async function listPairs({ topic, ids }: TestShelf, seed: number): Promise<readonly Pair[]> {
  const asked: ScenarioId[] = [];
  const pause = createYieldToPage(SHORT_STRETCH_MS);
  for (const id of shuffled(ids, seed)) {
    await pause();
    if (await asksEntry(id)) asked.push(id);
  }
  const [shown, fresh] = [asked.filter(isShown), asked.filter((id) => !isShown(id))];
  const pairs: Pair[] = [];
  for (;;) {
    const after = fresh.shift();
    const before = shown.shift() ?? fresh.shift();
    if (after === undefined || before === undefined) return pairs;
    pairs.push({ topic, before, after });
  }
}

/** Draws the pairs of both tests: of each topic one before a second of any. */
async function drawPairs(seed: number): Promise<readonly Pair[]> {
  const drawn: Pair[] = [];
  for (const level of LEVELS) {
    const own = TEST_SHELVES.filter((shelf) => shelf.level === level);
    const shelves = await Promise.all(own.map((shelf) => listPairs(shelf, seed)));
    const rows = shuffled(shelves, seed);
    const longest = Math.max(...rows.map(({ length }) => length));
    const inTurn = Array.from({ length: longest }, (_, i) => rows.flatMap((row) => row[i] ?? []));
    drawn.push(...inTurn.flat().slice(0, TEST_MIXTURE[level]));
  }
  return drawn;
}

/**
 * Draws the questions of a test: who gets in, in runs of ten Scenarios, the easiest first. The two
 * tests of one seed have as many of each topic and level as each other, and no run in common; the one
 * after the lesson asks of none that Learn or a goal has shown.
 */
export async function makeTest({ time, seed }: TestAddress): Promise<readonly TestCard[]> {
  const cards: TestCard[] = [];
  const pause = createYieldToPage(SHORT_STRETCH_MS);
  for (const { topic, [time]: id } of await drawPairs(seed)) {
    await pause();
    const card = await makeCard(`${id}.${DECIDING_STEPS[id]}.entry`);
    if (card) cards.push({ ...card, topic });
  }
  return cards;
}
