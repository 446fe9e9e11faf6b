import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { PART_NAMES } from '../../lesson/texts/shell/partNames.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Late } from '../../ui/islands/Late.tsx';
import { toLatePart } from '../../ui/islands/latePart.ts';

export const handoutPart = toLatePart(() => import('./Handout.tsx').then((m) => m.Handout));

/** Where the sheet is: in its view, and on paper, whatever is open. Paper waits for no code to come. */
export function HandoutPlace() {
  const isOpen = usePlayer((player) => player.view === 'handout');
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => {
      if (handoutPart.now()) flushSync(() => setPrinting(true));
    };
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  if (!isOpen && !isPrinting) return null;
  return (
    <div data-place="handout">
      <Late name={PART_NAMES.handout} part={handoutPart} onStuck={reloadOnce} />
    </div>
  );
}
