import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { type LatePart, toLatePart } from '../../ui/islands/latePart.ts';
import { useLatePart } from '../../ui/islands/useLatePart.ts';

export const predictPart = toLatePart(() => import('./Predict.tsx').then((m) => m.Predict));

const saidParts: Readonly<Record<Strategy, LatePart>> = {
  session: toLatePart(() => import('./Predict.tsx').then((m) => m.SAID.session)),
  token: toLatePart(() => import('./Predict.tsx').then((m) => m.SAID.token)),
};

function Late({ part }: { part: LatePart }) {
  const { Part } = useLatePart(part);
  return Part ? <Part /> : null;
}

/** Where the page asks what will happen, or shows in a lane what was `said` of it; its code is fetched with the first step, unless nothing is to be asked. */
export function Asking({ said }: { said?: Strategy }) {
  const has = usePlayer(({ cursor, predict, task }) => (cursor > 0 && predict !== false) || task);
  return has ? <Late part={said ? saidParts[said] : predictPart} /> : null;
}
