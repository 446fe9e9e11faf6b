import { KEY_MOMENTS } from '../../lesson/texts/keyMoments.ts';
import { KEY_MOMENTS_TEXTS } from '../../lesson/texts/panels/reference/keyMoments.ts';
import { pointAtWalk } from '../../player/position/pointAtWalk.ts';
import { Pane } from '../../ui/boxes/Pane.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './KeyMoments.module.css';

/** Three questions worth stopping at; each jumps to the cell that answers it. */
export function KeyMoments() {
  return (
    <Pane title={KEY_MOMENTS_TEXTS.title} bare>
      <ol className={styles.list}>
        {KEY_MOMENTS.map(({ question, answer, step, variable }) => (
          <li key={question} className={styles.moment}>
            <h3>{question}</h3>
            <p>{answer}</p>
            <Button onClick={() => void pointAtWalk({ step, place: { variable } })}>
              {KEY_MOMENTS_TEXTS.saySee(variable, step)}
            </Button>
          </li>
        ))}
      </ol>
    </Pane>
  );
}
