export const COUNTS_TEXTS = {
  title: 'Counts',
  sayUpTo: (step: number, lastStep: number) => `Up to step ${step} of ${lastStep}`,
} as const;
