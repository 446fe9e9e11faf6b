/** What the sheet says that is printed. */
export const HANDOUT_TEXTS = {
  kind: 'Sheet',
  sheets: [
    ['handout', 'Handout'],
    ['worksheet', 'Worksheet'],
  ],
  print: 'Print',
  back: 'Back to the page',
  step: 'Step',
  action: 'Action',
  result: 'Result',
  variable: 'Variable',
  table: 'Execution table',
  tracker: 'Variables',
  stage: 'On the stage',
  snapshot: 'In short',
  moments: 'Key moments',
  ownSecrets:
    'This run has secrets of your own. The sheet is of the same run with the demo’s, so its credentials differ from those on the screen.',
  coming:
    'The sheet is made of this run with the demo’s secrets: it is here in a moment, then print once more.',
  fillIn: 'Fill in what each side does, and what each variable holds.',
  solution: 'Solution',
  walk: 'Session-based and token-based auth, step by step',
  computed: 'Computed by AuthTrace, not typed in.',
} as const;
