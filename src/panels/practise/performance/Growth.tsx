import { useState } from 'react';
import type { Along, Point } from '../../../lesson/exercises/measures.ts';
import { LANE_NAMES } from '../../../lesson/texts/lanes.ts';
import type { MeasureWords } from '../../../lesson/texts/practise/performance.ts';
import { PERFORMANCE_TEXTS } from '../../../lesson/texts/practise/performance.ts';
import practise from '../Practise.module.css';
import styles from './Growth.module.css';

const LANES = ['session', 'token'] as const;
const WIDTH = 480;
const HEIGHT = 140;
/** The table has about as many rows. */
const ROWS = 4;

interface GrowthProps {
  points: readonly Point[];
  along: Along;
  unit: MeasureWords['unit'];
}

/** A line a lane, up to the value that is chosen. */
function Lines({ points, along, unit }: GrowthProps) {
  const last = points.at(-1);
  const most = Math.max(1, last?.counted.session ?? 0, last?.counted.token ?? 0);
  const toPoint = (value: number, i: number) => {
    const x = (i / Math.max(1, points.length - 1)) * WIDTH;
    const y = HEIGHT - (value / most) * (HEIGHT - 4);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  return (
    <div className={styles.chart}>
      <p className={styles.legend} aria-hidden="true">
        {LANES.map((lane) => (
          <span key={lane} data-lane={lane}>
            <svg aria-hidden="true" width="28" height="8" viewBox="0 0 28 8">
              <path className={styles.line} data-lane={lane} d="M0 4H28" />
            </svg>
            {LANE_NAMES[lane]}
          </span>
        ))}
        <span className={styles.most}>{PERFORMANCE_TEXTS.sayCounted(most, unit)}</span>
      </p>
      <svg aria-hidden="true" viewBox={`-1 0 ${WIDTH + 2} ${HEIGHT + 2}`} className={styles.plot}>
        <path className={styles.axes} d={`M0 0V${HEIGHT}H${WIDTH}`} />
        {LANES.map((lane) => (
          <polyline
            key={lane}
            data-lane={lane}
            className={styles.line}
            points={points.map((one, i) => toPoint(one.counted[lane], i)).join(' ')}
          />
        ))}
      </svg>
      <p className={styles.ends} aria-hidden="true">
        <span>{PERFORMANCE_TEXTS.sayAt(along, points[0]?.at ?? 0)}</span>
        <span>{PERFORMANCE_TEXTS.sayAt(along, last?.at ?? 0)}</span>
      </p>
    </div>
  );
}

function Table({ points, along, unit }: GrowthProps) {
  const every = (points.length - 1) / ROWS;
  const rows = Array.from({ length: ROWS + 1 }, (_, i) => points[Math.round(i * every)]);
  return (
    <details>
      <summary>{PERFORMANCE_TEXTS.asTable}</summary>
      <table className={practise.table}>
        <thead>
          <tr>
            <th scope="col">{PERFORMANCE_TEXTS.along[along]}</th>
            {LANES.map((lane) => (
              <th key={lane} scope="col">
                {LANE_NAMES[lane]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row ? (
              <tr key={row.at}>
                <th scope="row">{PERFORMANCE_TEXTS.sayAt(along, row.at)}</th>
                {LANES.map((lane) => (
                  <td key={lane}>{PERFORMANCE_TEXTS.sayCounted(row.counted[lane], unit)}</td>
                ))}
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </details>
  );
}

/** How a cost grows in both lanes, up to a value that one chooses, with a table behind it. */
export function Growth({ points, along, unit }: GrowthProps) {
  const [chosen, setChosen] = useState(points.length - 1);
  const now = points[chosen];
  if (!now) return null;
  const said = LANES.map(
    (lane) => `${LANE_NAMES[lane]}: ${PERFORMANCE_TEXTS.sayCounted(now.counted[lane], unit)}`,
  );
  const at = PERFORMANCE_TEXTS.sayAt(along, now.at);
  return (
    <>
      <Lines points={points.slice(0, chosen + 1)} along={along} unit={unit} />
      <input
        type="range"
        className={styles.slider}
        aria-label={PERFORMANCE_TEXTS.along[along]}
        aria-valuetext={`${at}. ${said.join(', ')}`}
        min={1}
        max={points.length - 1}
        value={chosen}
        onChange={({ target }) => setChosen(Number(target.value))}
      />
      <p>
        {at} · {said.join(' · ')} · {PERFORMANCE_TEXTS.sayFactor(now.counted)}
      </p>
      <Table points={points} along={along} unit={unit} />
    </>
  );
}
