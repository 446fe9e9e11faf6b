import { createContext, useContext, useState } from 'react';
import type { FormRow } from '../../player/whatIf/matterSettings.ts';

/** The rows that count in the run on the screen. */
export const MatterContext = createContext<ReadonlySet<string>>(new Set());

/**
 * Whether a row is folded away with those that do not count. One that was seen stays: what was just
 * set back would go from under the pointer.
 */
export function useFold(row: FormRow, changed: boolean): true | undefined {
  const matters = useContext(MatterContext).has(row) || changed;
  const [seen, setSeen] = useState(matters);
  if (matters && !seen) setSeen(true);
  return matters || seen ? undefined : true;
}
