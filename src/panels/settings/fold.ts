import { createContext, useContext } from 'react';
import type { SettingField } from '../../player/whatIf/tellingSettings.ts';

/** Which fields are open: those that matter for the run on show, or all. */
export const OpenFields = createContext<ReadonlySet<SettingField> | 'all'>('all');

/** Tells whether a field is folded away; one that was changed never is. */
export function useFolded(field: SettingField, changed: boolean): boolean {
  const open = useContext(OpenFields);
  return open !== 'all' && !open.has(field) && !changed;
}
