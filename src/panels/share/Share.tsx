import { WAY_OUT_TEXTS } from '../../lesson/texts/panels/walk/present.ts';
import { PART_NAMES } from '../../lesson/texts/shell/partNames.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Dialog } from '../../ui/boxes/Dialog.tsx';
import { Late } from '../../ui/islands/Late.tsx';
import { toLatePart } from '../../ui/islands/latePart.ts';

export const sharePart = toLatePart(() => import('./ShareWays.tsx').then((m) => m.ShareWays));

/** The dialog in which a step is handed on. */
export function Share() {
  const open = usePlayer((player) => player.shareOpen);
  return (
    <Dialog
      title={WAY_OUT_TEXTS.share}
      open={open}
      onClose={() => usePlayer.getState().setShareOpen(false)}
    >
      <Late name={PART_NAMES.share} part={sharePart} onStuck={reloadOnce} />
    </Dialog>
  );
}
