import type { ScenarioId } from '../../../sim/scenarios.ts';

/** Something to look for on the stage: where it is seen best, and what can be answered by looking. */
export interface Sight {
  readonly step: number;
  readonly name: string;
  readonly question: string;
}

/** What to look for while the walk goes by. */
export const SIGHTS: readonly Sight[] = [
  {
    step: 5,
    name: 'Where things rest',
    question: 'Both clients hold something now. Which server holds something too?',
  },
  {
    step: 7,
    name: 'The line, and the key',
    question:
      'One server draws a line to a record, one holds a key to a signature. Which needs the store?',
  },
  {
    step: 9,
    name: 'What goes',
    question: 'The user logs out. On which side of each lane is something struck out?',
  },
  {
    step: 11,
    name: 'What a copy is worth',
    question:
      'A copy is drawn beside each client. Which is struck out, and until when does the other one open?',
  },
];

/** Runs to watch, each by what it lets one see. */
export const SHOWS: readonly (readonly [id: ScenarioId, shows: string])[] = [
  [
    'stolen-then-logout',
    'A dashed line copies the credential, and the copy is used after the logout',
  ],
  ['restart-memory-store', 'The records are gone with the process, and the line finds none'],
  ['two-servers-no-shared-store', 'The same ID at server B, where there is no record'],
  [
    'csrf-samesite-none',
    'Another site makes the browser send, and one credential goes along by itself',
  ],
  ['xss-local-storage', 'A script copies what it can read, and nothing else'],
  ['user-banned', 'One server asks the users at each request, the other one does not'],
];

export const VISUALIZE_TEXTS = {
  walk: 'Open the walk',
  runs: 'All questions',
  sights: 'Four things to look for',
  shows: 'Runs, by what they show',
  sayStep: (step: number) => `Look at step ${step}`,
} as const;
