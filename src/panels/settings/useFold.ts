import { createContext, useContext, useState } from 'react';
import type { FormRow } from '../../player/whatIf/matterSettings.ts';

/** The rows that count in the run on the screen, and the Scenario that it is of. */
export const MatterContext = createContext({ id: '', rows: new Set() as ReadonlySet<string> });

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
