import type { TestCard } from './runs/makeTestCard.ts';

/** What was said to the questions of a test, by the addresses of their exercises. */
export type Said = Readonly<Record<string, string>>;

/** How many questions were answered rightly, of how many. */
export interface Score {
  readonly right: number;
  readonly all: number;
}

/** A test, with what was said to it. */
export interface AnsweredTest {
  readonly cards: readonly TestCard[];
  readonly said: Said;
}

/** The scores of a topic in both tests. */
export interface TopicScores {
  readonly topic: string;
  readonly before: Score;
  readonly after: Score;
}

/** Tells whether a question of a test was answered rightly. */
export const isRightIn = ({ exercise: { id, question } }: TestCard, said: Said): boolean =>
  Object.hasOwn(said, id) && said[id] === question.right;

/** Scores a test, or the questions of one topic in it. */
export function scoreTest({ cards, said }: AnsweredTest, topic?: string): Score {
  const own = cards.filter((card) => topic === undefined || card.topic === topic);
  return { right: own.filter((card) => isRightIn(card, said)).length, all: own.length };
}

/** Puts both tests side by side, by the topics of their questions. */
export function compareTests(before: AnsweredTest, after: AnsweredTest): readonly TopicScores[] {
  const topics = new Set([...before.cards, ...after.cards].map(({ topic }) => topic));
  return [...topics].map((topic) => ({
    topic,
    before: scoreTest(before, topic),
    after: scoreTest(after, topic),
  }));
}
