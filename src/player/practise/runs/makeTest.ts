import { LEVELS } from '../../../lesson/exercises/endless.ts';
import type { TestKind } from '../../../lesson/exercises/testLevels.ts';
import { TEST_MIXTURE } from '../../../lesson/exercises/testLevels.ts';
import { WHICH, type Which } from '../../../lesson/told/question.ts';
import { shuffle } from '../../kept/shuffle.ts';
import { createYieldToPage, SHORT_STRETCH_MS } from '../../runs/yieldToPage.ts';
import type { TestAddress } from '../testAddress.ts';
import type { TestCard } from './makeTestCard.ts';
import { makeTestCard } from './makeTestCard.ts';
import { TEST_POOL, type TestRun } from './testPool.ts';

/** Two questions of one topic, level and kind, one for each test. */
type Pair = Readonly<Record<TestAddress['time'], TestCard>>;

const shuffled = <T>(all: readonly T[], seed: number): readonly T[] =>
  shuffle(all.length, seed).flatMap((i) => all.slice(i, i + 1));

const cards = new Map<string, Promise<TestCard | null>>();

/** Makes a question, once a visit. */
function makeOnce(run: TestRun, kind: TestKind): Promise<TestCard | null> {
  const key = `${run.name} ${kind}`;
  const made = cards.get(key) ?? makeTestCard(run, kind);
  cards.set(key, made);
  return made;
}

/** What a question is to be: its kind, and what it may come to where that is one of four. */
interface Slot {
  readonly kind: TestKind;
  readonly wanted: readonly Which[];
}

type Pause = () => Promise<void>;

const isWanted = ({ kind, wanted }: Slot, right: string) =>
  kind === 'cell' || wanted.some((one) => one === right);

/** What has to be the same of both questions of a pair: neither test is easier by its answers. */
const toAnswer = ({ kind }: Slot, { exercise }: TestCard) =>
  kind === 'cell' ? kind : exercise.question.right;

/**
 * Finds two questions that come to one wanted answer, the first of runs in order. What goals begin at
 * has been seen by who has practised, and is not asked afterwards.
 */
async function findPair(runs: readonly TestRun[], slot: Slot, pause: Pause): Promise<Pair | null> {
  const firsts = new Map<string, { readonly own: TestRun; readonly card: TestCard }>();
  for (const own of runs) {
    await pause();
    const card = await makeOnce(own, slot.kind);
    if (!card || !isWanted(slot, card.exercise.question.right)) continue;
    const answer = toAnswer(slot, card);
    const first = firsts.get(answer);
    if (!first) firsts.set(answer, { own, card });
    else if (!own.isShown && own.scenario !== first.own.scenario)
      return { before: first.card, after: card };
  }
  return null;
}

/** How often an answer may be right among the questions of a test that have it, and a topic come as long as there are others. */
const MOST_OF_ONE = 3;

/** Lists the answers that may come once more. */
const listFree = (pairs: readonly Pair[]) =>
  WHICH.filter((which) => {
    const own = pairs.filter(({ before }) => before.exercise.question.right === which);
    return own.length < MOST_OF_ONE;
  });

/** Draws the pairs of both tests: of each topic as many as of any other, as far as there are. */
async function drawPairs(seed: number): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  const all = await TEST_POOL.runs;
  const pause = createYieldToPage(SHORT_STRETCH_MS);
  const [scenarios, names] = [new Set<string>(), new Set<string>()];
  const answers = shuffled(WHICH, seed);
  const countTopic = (topic: string) => pairs.filter(({ before }) => before.topic === topic).length;
  for (const level of LEVELS) {
    for (const kind of TEST_MIXTURE[level]) {
      const turn = pairs.length;
      const runs = shuffled(
        all.filter((run) => run.level === level),
        (seed + turn * 0x9e37_79b9) >>> 0,
      );
      const fresh = runs.filter(({ scenario }) => !scenarios.has(scenario.id));
      const rest = runs.filter(({ name }) => !names.has(name));
      const topics = [...new Set(runs.map(({ topic }) => topic))].sort(
        (a, b) => countTopic(a) - countTopic(b),
      );
      const [open, full] = [
        topics.filter((topic) => countTopic(topic) < MOST_OF_ONE),
        topics.filter((topic) => countTopic(topic) >= MOST_OF_ONE),
      ];
      const free = listFree(pairs);
      const wanted = free.filter((one) => one === answers[turn % answers.length]);
      const slots: readonly Slot[] =
        kind === 'cell'
          ? [{ kind, wanted: [] }]
          : [
              { kind, wanted },
              { kind, wanted: free },
            ];
      // Any free answer is welcome before a topic comes once more, and that before a Scenario does.
      const tries = [open, full].flatMap((among) =>
        [fresh, rest].flatMap((from) =>
          among.flatMap((topic) =>
            slots.map((slot) => ({ slot, own: from.filter((run) => run.topic === topic) })),
          ),
        ),
      );
      for (const { slot, own } of tries) {
        const pair = await findPair(own, slot, pause);
        if (!pair) continue;
        for (const { exercise, runName } of Object.values(pair)) {
          scenarios.add(exercise.scenarioId);
          names.add(runName);
        }
        pairs.push(pair);
        break;
      }
    }
  }
  return pairs;
}

/** Puts the questions of the second test so that those of one level and kind change places. */
function toOtherPlaces(pairs: readonly Pair[]): readonly TestCard[] {
  const kinds = LEVELS.flatMap((level) => TEST_MIXTURE[level].map((kind) => `${level} ${kind}`));
  return pairs.map((pair, i) => {
    const places = kinds.flatMap((kind, at) => (kind === kinds[i] ? at : []));
    const place = places.at(-1 - places.indexOf(i)) ?? i;
    return (pairs[place] ?? pair).after;
  });
}

/**
 * Draws the questions of a test, the easiest first: who gets in, what is left, what is in a variable.
 * The two tests of one seed have as many of each topic, level and kind as each other, and no run in
 * common; the one after the lesson asks of none that Learn or a goal has shown.
 */
export async function makeTest({ time, seed }: TestAddress): Promise<readonly TestCard[]> {
  const pairs = await drawPairs(seed);
  // Whoever remembers the answers of the first by their places is not helped.
  return time === 'before' ? pairs.map(({ before }) => before) : toOtherPlaces(pairs);
}
