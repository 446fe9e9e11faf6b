import groups from 'virtual:scenario-answers';
import { VISUALIZE_TEXTS } from '../../../lesson/texts/practise/visualize.ts';
import { STARTERS } from '../../../lesson/texts/starters.ts';
import { showStep } from '../../../player/practise/openWay.ts';
import { toScenario } from '../../../player/runs/toldRun.ts';
import { usePlayer } from '../../../player/usePlayer.ts';
import { Button } from '../../../ui/Button.tsx';
import { NoItem } from '../NoItem.tsx';
import styles from '../Practise.module.css';
import type { WayProps } from '../wayProps.ts';

const QUESTIONS = groups.flatMap(([, all]) => all.filter(({ id }) => STARTERS.includes(id)));

/** The walk and the Scenarios as they are: where to begin looking. */
export function Visualize({ item }: WayProps) {
  const walk = toScenario(usePlayer.getInitialState().run).id;
  return (
    <>
      {item === null ? null : <NoItem item={item} />}
      <div className={styles.row}>
        <Button look="strong" onClick={() => void showStep(walk, 0)}>
          {VISUALIZE_TEXTS.walk}
        </Button>
        <Button onClick={() => usePlayer.getState().setView('breaks')}>
          {VISUALIZE_TEXTS.runs}
        </Button>
      </div>
      <section aria-labelledby="starters" className={styles.part}>
        <h3 id="starters">{VISUALIZE_TEXTS.starters}</h3>
        <ul className={styles.ways}>
          {QUESTIONS.map(({ id, question }) => (
            <li key={id}>
              <Button look="link" onClick={() => void showStep(id, 0)}>
                {question}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
