import { useEffect } from 'react';
import { GLOSSARY_TEXTS } from '../../lesson/texts/panels/reference/glossary.ts';
import { PART_NAMES } from '../../lesson/texts/shell/partNames.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Dialog } from '../../ui/boxes/Dialog.tsx';
import { Late } from '../../ui/islands/Late.tsx';
import { toLatePart } from '../../ui/islands/latePart.ts';

/** What the glossary's dialog shows; it comes with the panel, which has the same words. */
export const glossaryPart = toLatePart(() => import('./Glossary.tsx').then((m) => m.Words));

const { showTerm } = usePlayer.getState();
const close = () => showTerm(null);

function openClicked({ target }: MouseEvent) {
  const word = (target as Element).closest<HTMLElement>('[data-term]');
  if (word) showTerm(word.dataset.term ?? '');
}

/** What any dotted word of the page opens, also one in a part that is not alive yet. */
export function GlossaryDialog() {
  const open = usePlayer((player) => player.term !== null);
  useEffect(() => {
    document.addEventListener('click', openClicked);
    return () => document.removeEventListener('click', openClicked);
  }, []);
  return (
    <Dialog title={GLOSSARY_TEXTS.title} open={open} onClose={close}>
      <Late name={PART_NAMES.glossary} part={glossaryPart} onStuck={reloadOnce} />
    </Dialog>
  );
}
