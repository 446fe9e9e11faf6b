import { usePlayer } from '../player/usePlayer.ts';
import { Late } from '../ui/Late.tsx';
import { toLatePart } from '../ui/latePart.ts';

export const whatIfPart = toLatePart(() =>
  import('./whatIf/WhatIfPanel.tsx').then((m) => m.WhatIfPanel),
);

/** The learner's own what-ifs, when they are wanted. */
export function WhatIf() {
  const open = usePlayer((player) => player.whatIfOpen);
  return <div id="what-if">{open ? <Late name="The what-ifs" part={whatIfPart} /> : null}</div>;
}
