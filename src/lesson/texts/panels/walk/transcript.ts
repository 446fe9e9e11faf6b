export const TRANSCRIPT_TEXTS = {
  title: 'Transcript',
  /** Stands before what a step is in a lane. */
  sayLane: (lane: string, sentence: string) => `${lane}: ${sentence}`,
} as const;
