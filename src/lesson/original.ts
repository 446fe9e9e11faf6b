import type { Frame } from '../sim/trace.ts';

/** Whether two runs do the same at a step, so that how it ended can be compared. */
export const isLike = (one: Frame, other: Frame) =>
  one.kind === other.kind && one.action?.type === other.action?.type;
