import { usePlayer } from '../../player/usePlayer.ts';
import { toLatePart } from '../../ui/islands/latePart.ts';
import { useLatePart } from '../../ui/islands/useLatePart.ts';

const playlistPart = toLatePart(() => import('./PlaylistStrip.tsx').then((m) => m.PlaylistStrip));

function LateStrip() {
  const { Part } = useLatePart(playlistPart);
  return Part ? <Part /> : null;
}

/** Where one is in a teacher's list; nothing where there is none. */
export function Playlist() {
  return usePlayer((player) => player.list !== null) ? <LateStrip /> : null;
}
