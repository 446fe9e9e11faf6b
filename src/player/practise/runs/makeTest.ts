import { isTried } from '../../../lesson/page/question.ts';
import { DECIDING_STEPS } from '../../../lesson/texts/decidingSteps.ts';
import { SCENARIOS } from '../../../sim/scenarios.ts';
import { shuffle } from '../../kept/shuffle.ts';
import { runScenarioById } from '../../runs/makeRun.ts';
import type { TestAddress } from '../testAddress.ts';
import { TEST_LENGTH } from '../testAddress.ts';
import type { MadeCard } from './makeCard.ts';
import { makeCard } from './makeCard.ts';

/**
 * Draws the questions of a test: who gets in, in runs of ten Scenarios. The two tests of one seed have
 * none in common, and the walk, which everybody has seen, is in neither.
 */
export async function makeTest({ time, seed }: TestAddress): Promise<readonly MadeCard[]> {
  const [, ...others] = SCENARIOS;
  const ids = shuffle(others.length, seed).flatMap((i) => others[i]?.id ?? []);
  const wanted = time === 'before' ? TEST_LENGTH : 2 * TEST_LENGTH;
  const cards: MadeCard[] = [];
  for (const id of ids) {
    if (cards.length === wanted) break;
    const step = DECIDING_STEPS[id];
    const { telling } = await runScenarioById(id);
    const card = isTried(telling.at(step)) ? await makeCard(`${id}.${step}.entry`) : null;
    if (card) cards.push(card);
  }
  return cards.slice(-TEST_LENGTH);
}
