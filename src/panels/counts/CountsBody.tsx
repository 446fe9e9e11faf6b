import { useDeferredValue } from 'react';
import { COUNT_ROWS } from '../../lesson/texts/countRows.ts';
import { LANE_NAMES, toShownStrategies } from '../../player/position/columns.ts';
import { toLastStep } from '../../player/position/cursor.ts';
import { useStep } from '../../player/position/useStep.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import styles from './CountsBody.module.css';

/** What each strategy has cost up to the step on show, after what answers the key; the reader draws the conclusions. */
export function CountsBody() {
  const { step, counts } = useDeferredValue(useStep());
  const last = useDeferredValue(usePlayer(({ run }) => toLastStep(run)));
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  return (
    <table className={styles.table} aria-label="Counts">
      <caption className={styles.caption}>
        Up to step {step} of {last}
      </caption>
      <thead>
        <tr>
          <td />
          {shown.map((lane) => (
            <th key={lane} scope="col" data-lane={lane}>
              {LANE_NAMES[lane]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {COUNT_ROWS.map(({ name, title, unit, meaning }) => (
          <tr key={name}>
            <th scope="row">
              {title}
              <span className={styles.meaning}>{meaning}</span>
            </th>
            {shown.map((lane) => (
              <td key={lane} data-lane={lane}>
                {counts[lane][name].text}
                {unit ? <span className={styles.unit}> {unit}</span> : null}
                <span className={styles.growth}>{counts[lane][name].growth}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
