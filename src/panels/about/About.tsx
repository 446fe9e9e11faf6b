import { PART_NAMES } from '../../lesson/texts/shell/partNames.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { useIsOver } from '../../player/runs/useIsOver.ts';
import { useIsWalk } from '../../player/runs/useIsWalk.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Late } from '../../ui/islands/Late.tsx';
import { toLatePart } from '../../ui/islands/latePart.ts';
import styles from './About.module.css';
import { Welcome } from './Welcome.tsx';

export const aboutPart = toLatePart(() =>
  import('./AboutScenario.tsx').then((m) => m.AboutScenario),
);

export const resultPart = toLatePart(() => import('./Result.tsx').then((m) => m.Result));

/** What the chosen Scenario asks and why it comes out as it does; of the walk, what it is about; at the end, what is left. */
export function About() {
  const isWalk = useIsWalk();
  const isOver = useIsOver();
  const isHeld = usePlayer(({ verdict }) => verdict === 'held');
  return (
    <div
      className={styles.room}
      data-about-room
      data-about={!isWalk || undefined}
      data-over={isOver || undefined}
      data-gist={(isWalk && !isOver && !isHeld) || undefined}
    >
      {isOver ? (
        <Late name={PART_NAMES.result} part={resultPart} onStuck={reloadOnce} />
      ) : isWalk && !isHeld ? (
        <Welcome />
      ) : (
        <Late name={PART_NAMES.about} part={aboutPart} onStuck={reloadOnce} />
      )}
    </div>
  );
}
