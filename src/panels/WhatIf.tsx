import { usePlayer } from '../player/usePlayer.ts';
import { Late } from '../ui/Late.tsx';

const loadWhatIf = () => import('./whatIf/WhatIfPanel.tsx').then((m) => m.WhatIfPanel);

/** The learner's own what-ifs, when they are wanted. */
export function WhatIf() {
  const open = usePlayer((player) => player.whatIfOpen);
  return <div id="what-if">{open ? <Late name="The what-ifs" load={loadWhatIf} /> : null}</div>;
}
