import { LEVELS } from '../../../lesson/exercises/endless.ts';
import { TEST_MIXTURE, toTestLevel } from '../../../lesson/exercises/testLevels.ts';
import { isTried } from '../../../lesson/page/question.ts';
import { DECIDING_STEPS } from '../../../lesson/texts/decidingSteps.ts';
import { SCENARIOS } from '../../../sim/scenarios.ts';
import { DEFAULT_SETTINGS } from '../../../sim/settings.ts';
import { shuffle } from '../../kept/shuffle.ts';
import { runScenarioById } from '../../runs/makeRun.ts';
import type { TestAddress } from '../testAddress.ts';
import type { MadeCard } from './makeCard.ts';
import { makeCard } from './makeCard.ts';

/** Asks who gets in at the step that decides a run; `null` where nobody tries there. */
async function askScenario(id: (typeof SCENARIOS)[number]['id']): Promise<MadeCard | null> {
  const step = DECIDING_STEPS[id];
  const { telling } = await runScenarioById(id);
  return isTried(telling.at(step)) ? makeCard(`${id}.${step}.entry`) : null;
}

/**
 * Draws the questions of a test: who gets in, in runs of ten Scenarios, as many of each level as any
 * other test has, the easiest first. The two tests of one seed have none in common, and the walk,
 * which everybody has seen, is in neither.
 */
export async function makeTest({ time, seed }: TestAddress): Promise<readonly MadeCard[]> {
  const [, ...others] = SCENARIOS;
  const order = shuffle(others.length, seed).flatMap((i) => others[i] ?? []);
  const test: MadeCard[] = [];
  for (const level of LEVELS) {
    const count = TEST_MIXTURE[level];
    const wanted = time === 'before' ? count : 2 * count;
    const cards: MadeCard[] = [];
    for (const scenario of order) {
      if (cards.length === wanted) break;
      const card =
        toTestLevel(scenario, DEFAULT_SETTINGS) === level ? await askScenario(scenario.id) : null;
      if (card) cards.push(card);
    }
    test.push(...cards.slice(-count));
  }
  return test;
}
