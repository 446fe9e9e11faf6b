import { createContext, useContext, useState } from 'react';
import type { FormRow } from '../../player/whatIf/matterSettings.ts';

/** The rows of the form that count in a run, and the Scenario that it is of. */
interface Matter {
  readonly id: string;
  readonly rows: ReadonlySet<string>;
}

const NOTHING: Matter = { id: '', rows: new Set() };

/** What counts in the run on the screen. */
export const MatterContext = createContext(NOTHING);

/**
 * Whether a row is folded away with those that do not count. One that was seen stays as long as the
 * Scenario does: what was just set back would go from under the pointer.
 */
export function useFold(row: FormRow, changed: boolean): true | undefined {
  const { id, rows } = useContext(MatterContext);
  const matters = rows.has(row) || changed;
  const [seenIn, setSeenIn] = useState(matters ? id : null);
  if (matters && seenIn !== id) setSeenIn(id);
  return matters || seenIn === id ? undefined : true;
}
