/** What stands over the stage in a Scenario: its question, and the answer or where that comes. */
export const ABOUT_TEXTS = {
  sayName: (title: string) => `About: ${title}`,
  /** In place of the answer, as long as it is still to be guessed. */
  sayAsked: (step: number) => `You are asked before step ${step}.`,
  /** The same where nobody is asked. */
  sayHeld: (step: number) => `It is told at step ${step}.`,
  /** The settings that it is to be judged by. */
  saySettings: (settings: readonly string[]) => `It runs with: ${settings.join(' · ')}.`,
  /** Of a step of the walk whose verdict is held back, and before which nothing is asked. */
  heldStep: 'What comes of this step in each of the two?',
  show: 'Show the answer',
  more: 'More',
  less: 'Less',
  sources: 'Sources',
} as const;
