import type { PerLane } from '../../../lesson/telling.ts';
import { LANE_NAMES } from '../../../lesson/texts/lanes.ts';
import { PERFORMANCE_TEXTS } from '../../../lesson/texts/practise/performance.ts';
import styles from './Bars.module.css';

const LANES = ['session', 'token'] as const;
const WIDTH = 320;
const HEIGHT = 12;

/** What was counted in both lanes, as bars with one measure. */
export function Bars({ counted }: { counted: PerLane<number> }) {
  const most = Math.max(1, counted.session, counted.token);
  return (
    <ul className={styles.bars}>
      {LANES.map((lane) => (
        <li key={lane} data-lane={lane}>
          <span>{PERFORMANCE_TEXTS.sayBar(LANE_NAMES[lane], counted[lane])}</span>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
            <path
              className={styles.bar}
              d={`M0 0H${Math.max(1, (counted[lane] / most) * WIDTH)}V${HEIGHT}H0z`}
            />
          </svg>
        </li>
      ))}
    </ul>
  );
}
