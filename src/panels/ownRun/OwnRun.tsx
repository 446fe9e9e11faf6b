import { PART_NAMES } from '../../lesson/texts/shell/partNames.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Late } from '../../ui/islands/Late.tsx';
import { toLatePart } from '../../ui/islands/latePart.ts';

export const ownRunPart = toLatePart(() => import('./OwnRunChips.tsx').then((m) => m.OwnRunChips));

/** In what the run on show is the reader's own; nothing for an original. */
export function OwnRun() {
  const isOwn = usePlayer((player) => player.original !== null);
  return isOwn ? <Late name={PART_NAMES.ownRun} part={ownRunPart} onStuck={reloadOnce} /> : null;
}
