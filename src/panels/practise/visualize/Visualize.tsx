import groups from 'virtual:scenario-answers';
import { SHOWS, SIGHTS, VISUALIZE_TEXTS } from '../../../lesson/texts/practise/visualize.ts';
import { showStep } from '../../../player/practise/openWay.ts';
import { toScenario } from '../../../player/runs/toldRun.ts';
import { usePlayer } from '../../../player/usePlayer.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { NoItem } from '../NoItem.tsx';
import styles from '../Practise.module.css';
import type { WayProps } from '../wayProps.ts';

const ANSWERED = groups.flatMap(([, all]) => all);

/** What to look for while the walk goes by, each with a question that looking answers. */
function Sights() {
  const walk = toScenario(usePlayer.getInitialState().run).id;
  return (
    <section aria-labelledby="sights" className={styles.part}>
      <h3 id="sights">{VISUALIZE_TEXTS.sights}</h3>
      <ol className={styles.ways}>
        {SIGHTS.map(({ step, name, question }) => (
          <li key={step}>
            <strong>{name}</strong>
            <Button look="link" onClick={() => void showStep(walk, step)}>
              {VISUALIZE_TEXTS.sayStep(step)}
            </Button>
            <p>{question}</p>
          </li>
        ))}
      </ol>
      <div className={styles.row}>
        <Button look="strong" onClick={() => void showStep(walk, 0)}>
          {VISUALIZE_TEXTS.walk}
        </Button>
      </div>
    </section>
  );
}

/** Runs to watch, each by what it lets one see. */
function Shows() {
  return (
    <section aria-labelledby="shows" className={styles.part}>
      <h3 id="shows">{VISUALIZE_TEXTS.shows}</h3>
      <ul className={styles.ways}>
        {SHOWS.map(([id, shows]) => (
          <li key={id}>
            <Button look="link" onClick={() => void showStep(id, 0)}>
              {ANSWERED.find((one) => one.id === id)?.question}
            </Button>
            <p>{shows}.</p>
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button onClick={() => usePlayer.getState().setView('breaks')}>
          {VISUALIZE_TEXTS.runs}
        </Button>
      </div>
    </section>
  );
}

/** What there is to see: in the walk, and in the runs beside it. */
export const Visualize = ({ item }: WayProps) => (
  <>
    {item === null ? null : <NoItem item={item} />}
    <Sights />
    <Shows />
  </>
);
