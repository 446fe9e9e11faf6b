import { PART_NAMES } from '../../lesson/texts/shell/partNames.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { loadRunner } from '../../player/runs/loadRunner.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Late } from '../../ui/islands/Late.tsx';
import { toLatePart } from '../../ui/islands/latePart.ts';
import styles from './WhatIf.module.css';

// Who opens it is about to run something.
export const whatIfPart = toLatePart(
  () => Promise.all([import('./WhatIfPanel.tsx'), loadRunner()]).then(([m]) => m.WhatIfPanel),
  true,
);

export const keepPart = toLatePart(() => import('./SaveRun.tsx').then((m) => m.SaveRun), true);

/** How a run is kept, at the end of the place for what-ifs. */
export function KeepRun() {
  const open = usePlayer(({ view }) => view === 'try');
  return open ? <Late name={PART_NAMES.whatIf} part={keepPart} onStuck={reloadOnce} /> : null;
}

/** The learner's own what-ifs, when they are wanted. */
export function WhatIf() {
  const open = usePlayer(({ view }) => view === 'try');
  return (
    <div id="what-if">
      {open ? (
        <Late
          name={PART_NAMES.whatIf}
          part={whatIfPart}
          className={styles.coming}
          onStuck={reloadOnce}
        />
      ) : null}
    </div>
  );
}
