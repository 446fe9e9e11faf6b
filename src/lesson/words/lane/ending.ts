/** How something ended: what a narrow place shows of it first, and what follows where that fits whole. */
export interface Ending {
  readonly head: string;
  readonly rest: string;
  /** What was done, where there is room for that alone. */
  readonly what?: string;
}

/** Writes an ending in one. */
export const joinEnding = ({ head, rest }: Ending): string => head + rest;
