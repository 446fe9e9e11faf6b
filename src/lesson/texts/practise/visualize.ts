export const VISUALIZE_TEXTS = {
  walk: 'Open the walk',
  runs: 'All questions',
  starters: 'To begin with',
} as const;
