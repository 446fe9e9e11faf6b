import { FLOW_TEXTS, TABLE, TRACKER, TRACKER_COLUMNS } from '../lesson/walkFacts.ts';

/** The cells of the execution table, letter for letter, without the step's number. */
export const ROWS = TABLE.map(([, ...cells]) => cells);

export const CHECKPOINT_HEADS = TRACKER_COLUMNS;

/** The values of the variable tracker at its checkpoints. */
export const VALUES = TRACKER;

/** The nodes of the flow diagram: the shared head, then the branches. */
export const FLOW = FLOW_TEXTS;
