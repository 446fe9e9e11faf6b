import { PART_NAMES } from '../../lesson/texts/shell/partNames.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Late } from '../../ui/Late.tsx';
import { toLatePart } from '../../ui/latePart.ts';
import styles from './About.module.css';
import { Welcome } from './Welcome.tsx';

export const aboutPart = toLatePart(() =>
  import('./AboutScenario.tsx').then((m) => m.AboutScenario),
);

/** What the chosen Scenario asks and why it comes out as it does; of the walk, what it is about. */
export function About() {
  const isWalk = usePlayer(
    ({ run }) => toScenario(run).id === toScenario(usePlayer.getInitialState().run).id,
  );
  if (isWalk) return <Welcome />;
  return (
    <div className={styles.room} data-about="true">
      <Late name={PART_NAMES.about} part={aboutPart} onStuck={reloadOnce} />
    </div>
  );
}
