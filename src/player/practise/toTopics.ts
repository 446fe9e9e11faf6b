import { BELIEFS } from '../../lesson/exercises/beliefs.ts';
import { parseExerciseId } from '../../lesson/exercises/exerciseId.ts';
import { GOALS } from '../../lesson/exercises/goals/goals.ts';
import type { Done } from './practiseProgress.ts';
import { readWay } from './ways.ts';

/** The topics, each with the IDs of its Scenarios; the walk is in the first. */
export type Topics = readonly (readonly [topic: string, ids: readonly string[]])[];

export interface TopicProgress {
  readonly topic: string;
  readonly right: number;
  readonly all: number;
}

const findOwn = <T>(from: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(from, key) ? from[key] : undefined;

/** Returns the Scenario that something which was done is about; `null` for what is about many. */
function toScenarioId(address: string, walkId: string): string | null {
  const { way, item } = readWay(address) ?? {};
  if (!way || !item) return null;
  if (way === 'learn') return walkId;
  if (way === 'challenge') return findOwn(GOALS, item)?.scenarioId ?? null;
  const exercise = way === 'why' ? findOwn(BELIEFS, item)?.exercise : item;
  return exercise ? (parseExerciseId(exercise)?.scenarioId ?? null) : null;
}

/** Counts by topic what was done over all ways, and how much of it was right the last time. */
export function toTopics(done: Done, topics: Topics): readonly TopicProgress[] {
  const walkId = topics[0]?.[1][0] ?? '';
  const about = Object.entries(done).map(
    ([address, isRight]) => [toScenarioId(address, walkId), isRight] as const,
  );
  return topics.flatMap(([topic, ids]) => {
    const own = about.filter(([id]) => id !== null && ids.includes(id));
    const right = own.filter(([, isRight]) => isRight).length;
    return own.length === 0 ? [] : { topic, right, all: own.length };
  });
}
