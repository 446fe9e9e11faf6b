import { HEADER_TEXTS } from '../../lesson/texts/panels/header.ts';
import { PART_NAMES } from '../../lesson/texts/shell/partNames.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Dialog } from '../../ui/boxes/Dialog.tsx';
import { Late } from '../../ui/islands/Late.tsx';
import { toLatePart } from '../../ui/islands/latePart.ts';

export const keyListPart = toLatePart(() => import('./KeyList.tsx').then((m) => m.KeyList));

/** What lists the keys, called as the button that opens it. */
export function Shortcuts() {
  const open = usePlayer((player) => player.shortcutsOpen);
  return (
    <Dialog
      title={HEADER_TEXTS.shortcuts}
      open={open}
      onClose={usePlayer.getState().closeShortcuts}
    >
      <Late name={PART_NAMES.shortcuts} part={keyListPart} onStuck={reloadOnce} />
    </Dialog>
  );
}
