import type { Count } from '../practise/countDone.ts';
import { addCounts, countAbout } from '../practise/countDone.ts';
import type { Done } from '../practise/practiseProgress.ts';
import type { Predictions } from './predictions.ts';
import { toPredictionKey } from './predictions.ts';

/** What is asked before a step of a Scenario, and what is right. */
export interface Asked {
  readonly id: string;
  readonly step: number;
  readonly right: string;
  /** What the Scenario is called where one is led to it. */
  readonly question: string;
}

/** Some questions that belong together. */
export interface Topic {
  readonly name: string;
  readonly asked: readonly Asked[];
  /** The Scenarios that it is about. */
  readonly ids: readonly string[];
}

/** How far one is with a topic; what was skipped was not answered. */
export interface TopicProgress extends Count {
  readonly name: string;
  /** The first that is still to be answered; one that was skipped after those that were never put. */
  readonly next: Asked | null;
}

/** Reads how far one is with each topic: with what is asked before a step, and with what the ways ask. */
export const readProgress = (
  topics: readonly Topic[],
  answers: Predictions,
  done: Done,
): readonly TopicProgress[] =>
  topics.map(({ name, asked, ids }) => {
    const read = ({ id, step }: Asked) => answers[toPredictionKey(id, step)];
    const predicted: Count = {
      all: asked.length,
      said: asked.filter((one) => typeof read(one) === 'string').length,
      right: asked.filter((one) => read(one) === one.right).length,
    };
    return {
      name,
      ...addCounts(predicted, countAbout(done, ids)),
      next:
        asked.find((one) => read(one) === undefined) ??
        asked.find((one) => read(one) === null) ??
        null,
    };
  });
