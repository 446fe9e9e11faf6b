import { COUNT_ROWS } from '../../lesson/texts/countRows.ts';
import { LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { COUNTS_TEXTS } from '../../lesson/texts/panels/counts.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeenRun, useSeenStep } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import styles from './CountsBody.module.css';

/** What each strategy has cost up to the step on show; the reader draws the conclusions. */
export function CountsBody() {
  const { step, counts } = useSeenStep();
  const { lastStep } = useSeenRun();
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  return (
    <table className={styles.table} aria-label={COUNTS_TEXTS.title}>
      <caption className={styles.caption}>{COUNTS_TEXTS.sayUpTo(step, lastStep)}</caption>
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
