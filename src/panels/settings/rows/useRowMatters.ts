import { createContext, useContext, useLayoutEffect, useState } from 'react';
import type { Means } from '../../../lesson/exercises/goals/goal.ts';
import { useSought } from '../../../player/whatIf/seekMeans.ts';
import type { FormRow } from '../../../player/whatIf/settingsThatCount.ts';
import { useBringIntoView } from '../../../ui/boxes/useBringIntoView.ts';

/** The rows of the form that count in a run, and the Scenario that it is of. */
interface Matter {
  readonly id: string;
  readonly rows: ReadonlySet<string>;
}

const NOTHING: Matter = { id: '', rows: new Set() };

/** What counts in the run on the screen. */
export const MatterContext = createContext(NOTHING);

const isFor = (sought: Means | null, row: FormRow) =>
  sought !== null && 'setting' in sought && sought.setting === row;

/** Takes whoever is led to a row to the control in it. */
export function useSoughtRow(row: FormRow, id: string) {
  const sought = useSought((found) => (isFor(found.sought, row) ? found.sought : null));
  const control = useBringIntoView<HTMLElement>(sought);
  // Before it is brought into view, which is an effect.
  useLayoutEffect(() => {
    control.current = document.getElementById(id);
  }, [control, id]);
}

/**
 * Tells whether a row counts, or is folded away with those that do not. One that was seen stays as
 * long as the Scenario does: what was just set back would go from under the pointer.
 */
export function useRowMatters(row: FormRow, changed: boolean): boolean {
  const { id, rows } = useContext(MatterContext);
  const isSought = useSought(({ sought }) => isFor(sought, row));
  const matters = rows.has(row) || changed || isSought;
  const [seenIn, setSeenIn] = useState(matters ? id : null);
  if (matters && seenIn !== id) setSeenIn(id);
  return matters || seenIn === id;
}
