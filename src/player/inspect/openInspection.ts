import type { InspectionKind } from '../../lesson/inspect/kinds.ts';
import { usePlayer } from '../usePlayer.ts';
import { toInspection } from './inspections.ts';

/** Opens what something of one's own is pasted into; `null` leaves it for the reference. */
export function openInspection(kind: InspectionKind | null): void {
  const way = kind === null ? null : toInspection(kind);
  usePlayer.getState().setView('reference');
  usePlayer.setState({ way, playing: false, asking: null });
}
