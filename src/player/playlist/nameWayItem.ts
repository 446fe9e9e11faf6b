import { parseEndless } from '../../lesson/exercises/endless.ts';
import { BELIEF_WORDS } from '../../lesson/texts/practise/beliefs.ts';
import { NEEDS } from '../../lesson/texts/practise/deep.ts';
import { CHALLENGE_TEXTS, GOAL_WORDS } from '../../lesson/texts/practise/goals.ts';
import { LEARN_PARTS } from '../../lesson/texts/practise/learn.ts';
import { MEASURE_WORDS } from '../../lesson/texts/practise/performance.ts';
import { PROJECT_TEXTS } from '../../lesson/texts/practise/project.ts';
import { TEST_TEXTS } from '../../lesson/texts/practise/test.ts';
import { PAIR_WORDS } from '../../lesson/texts/practise/visualize.ts';
import { parseTest } from '../practise/testAddress.ts';
import type { Way } from '../practise/ways.ts';

/** Finds what is said of an ID; an address may name anything. */
const find = <T>(words: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(words, id) ? words[id] : undefined;

const findNamed = (all: readonly { readonly id: string; readonly name: string }[], id: string) =>
  all.find((one) => one.id === id)?.name;

function nameChallenge(item: string): string | undefined {
  const random = parseEndless(item);
  if (random) return `${CHALLENGE_TEXTS.endless} ${CHALLENGE_TEXTS.levels[random.level - 1]}`;
  return find(GOAL_WORDS, item)?.name;
}

function nameTest(item: string): string | undefined {
  const test = parseTest(item);
  return test ? TEST_TEXTS.sayTime(test.time, test.seed) : undefined;
}

const NAMES: { readonly [W in Way]?: (item: string) => string | undefined } = {
  learn: (item) => findNamed(LEARN_PARTS, item),
  why: (item) => find(BELIEF_WORDS, item)?.belief,
  deep: (item) => findNamed(NEEDS, item),
  visualize: (item) => find(PAIR_WORDS, item)?.name,
  challenge: nameChallenge,
  project: (item) => find(PROJECT_TEXTS.routes, item),
  performance: (item) => find(MEASURE_WORDS, item)?.name,
  test: nameTest,
};

/** Names what of a way is open as the way itself does; by its ID where it has no name. */
export const nameWayItem = (way: Way, item: string): string => NAMES[way]?.(item) ?? item;
