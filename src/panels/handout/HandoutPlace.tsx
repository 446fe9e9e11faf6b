import { PART_NAMES } from '../../lesson/texts/shell/partNames.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Late } from '../../ui/islands/Late.tsx';
import { toLatePart } from '../../ui/islands/latePart.ts';

export const handoutPart = toLatePart(() => import('./Handout.tsx').then((m) => m.Handout));

/** Where the sheet is: in its view, and on paper (see showOnPaper). */
export function HandoutPlace() {
  const isShown = usePlayer((player) => player.view === 'handout' || player.printing);
  if (!isShown) return null;
  return (
    <div data-place="handout">
      <Late name={PART_NAMES.handout} part={handoutPart} onStuck={reloadOnce} />
    </div>
  );
}
