import { PROGRESS_TEXTS } from '../panels/check/progress.ts';

/** What a way to learn is called, what it is for, and how long it takes. */
export interface WayWords {
  readonly name: string;
  readonly purpose: string;
  readonly minutes: number;
}

export const WAY_WORDS = {
  learn: {
    name: 'Learn',
    purpose:
      'The walk in four parts, each with a case where it comes out otherwise, ending in what both do alike.',
    minutes: 10,
  },
  why: {
    name: 'Why',
    purpose: 'What is said of both, some of it true: run each one and see what is so.',
    minutes: 12,
  },
  deep: {
    name: 'Deep',
    purpose: 'Trade-offs for whoever has to choose, each with the runs that show it.',
    minutes: 15,
  },
  visualize: {
    name: 'Visualize',
    purpose: 'Pairs of runs that differ in one thing: say what that changes, then see both.',
    minutes: 10,
  },
  try: {
    // The place “Try it” is another.
    name: 'Fill the gaps',
    purpose: 'Complete the routes of both servers, and see what attacks make of them.',
    minutes: 8,
  },
  challenge: {
    name: 'Challenge',
    purpose: 'Bring something about in a run of your own, or tell who gets in now.',
    minutes: 10,
  },
  project: {
    name: 'Project',
    purpose: 'Put both servers together line by line, then check one of your own.',
    minutes: 30,
  },
  performance: {
    name: 'Performance',
    purpose: 'Say first how much it is and what it grows with, then see it counted in real runs.',
    minutes: 6,
  },
  review: {
    name: 'Review',
    purpose: 'Cards from all of these, asked again just before you would forget them.',
    minutes: 5,
  },
  test: {
    name: 'Before and after',
    purpose: 'Ten questions before the lesson and ten others after it, to measure what it did.',
    minutes: 8,
  },
} as const satisfies Readonly<Record<string, WayWords>>;

export const WAY_TEXTS = {
  title: 'Nine ways to learn this',
  all: 'All ways',
  tests: 'To measure what it did',
  /** Of the first one, for whoever has begun with none. */
  startHere: 'Start here',
  sayMinutes: (minutes: number) => `${minutes} minutes`,
  /** How far one is, as the table of one's progress says it too. */
  sayCount: ({ said, all, right }: Record<'said' | 'all' | 'right', number>) =>
    PROGRESS_TEXTS.sayProgress(said, all, right),
  sayNoItem: (item: string) => `The address names ${item}, which does not exist.`,
  sayBack: (name: string) => `Back to “${name}”`,
  leave: 'Leave it',
  making: 'It is being run …',
} as const;
