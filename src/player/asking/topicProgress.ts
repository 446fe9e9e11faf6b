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
}

/** How far one is with a topic. */
export interface TopicProgress {
  readonly name: string;
  readonly all: number;
  /** How many were answered; what was skipped was not. */
  readonly said: number;
  readonly right: number;
  /** The first that is still to be answered; one that was skipped after those that were never put. */
  readonly next: Asked | null;
}

/** Reads how far one is with each topic. */
export const readProgress = (
  topics: readonly Topic[],
  answers: Predictions,
): readonly TopicProgress[] =>
  topics.map(({ name, asked }) => {
    const read = ({ id, step }: Asked) => answers[toPredictionKey(id, step)];
    return {
      ...{ name, all: asked.length },
      said: asked.filter((one) => typeof read(one) === 'string').length,
      right: asked.filter((one) => read(one) === one.right).length,
      next:
        asked.find((one) => read(one) === undefined) ??
        asked.find((one) => read(one) === null) ??
        null,
    };
  });
