/** What stands over the stage in a Scenario: its question, and the answer or where that comes. */
export const ABOUT_TEXTS = {
  sayName: (title: string) => `About: ${title}`,
  /** In place of the answer, as long as it is still to be guessed. */
  sayAsked: (step: number) => `You are asked what you expect before step ${step}.`,
  /** The same where nobody is asked. */
  sayHeld: (step: number) => `What comes of it is told at step ${step}.`,
  show: 'Show the answer',
  more: 'More',
  less: 'Less',
  sources: 'Sources',
} as const;
