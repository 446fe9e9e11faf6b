import { usePlayer } from '../../player/usePlayer.ts';
import { toLatePart } from '../../ui/latePart.ts';
import { useLatePart } from '../../ui/useLatePart.ts';

export const predictPart = toLatePart(() => import('./Predict.tsx').then((m) => m.Predict));

function Late() {
  const { Part: Predict } = useLatePart(predictPart);
  return Predict ? <Predict /> : null;
}

/** Where the page asks what will happen; its code is fetched with the first step, unless nothing is to be asked. */
export function Asking() {
  const has = usePlayer(({ cursor, predict }) => cursor > 0 && predict !== false);
  return has ? <Late /> : null;
}
