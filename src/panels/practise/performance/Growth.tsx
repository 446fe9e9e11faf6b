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
  /** What is counted are reads of the store: what is written to it is shown beside them. */
  isOfStore: boolean;
}

/** What is drawn as a line and stands in a column. */
interface Series {
  readonly name: string;
  readonly lane: (typeof LANES)[number];
  readonly of: 'counted' | 'written';
}

const COUNTED: readonly Series[] = LANES.map((lane) => ({
  ...{ name: LANE_NAMES[lane], lane },
  of: 'counted',
}));

const READ_AND_WRITTEN: readonly Series[] = LANES.flatMap((lane): readonly Series[] => [
  { name: PERFORMANCE_TEXTS.reads[lane], lane, of: 'counted' },
  { name: PERFORMANCE_TEXTS.writes[lane], lane, of: 'written' },
]);

interface SeriesProps extends Omit<GrowthProps, 'isOfStore'> {
  series: readonly Series[];
}

/** A line for each, up to the value that is chosen. */
function Lines({ points, along, unit, series }: SeriesProps) {
  const last = points.at(-1);
  const most = Math.max(1, ...series.map(({ lane, of }) => last?.[of][lane] ?? 0));
  const toPoint = (value: number, i: number) => {
    const x = (i / Math.max(1, points.length - 1)) * WIDTH;
    const y = HEIGHT - (value / most) * (HEIGHT - 4);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  return (
    <div className={styles.chart}>
      <p className={styles.legend} aria-hidden="true">
        {series.map(({ name, lane, of }) => (
          <span key={name} data-lane={lane}>
            <svg aria-hidden="true" width="28" height="8" viewBox="0 0 28 8">
              <path className={styles.line} data-lane={lane} data-of={of} d="M0 4H28" />
            </svg>
            {name}
          </span>
        ))}
        <span className={styles.most}>{PERFORMANCE_TEXTS.sayCounted(most, unit)}</span>
      </p>
      <svg aria-hidden="true" viewBox={`-1 0 ${WIDTH + 2} ${HEIGHT + 2}`} className={styles.plot}>
        <path className={styles.axes} d={`M0 0V${HEIGHT}H${WIDTH}`} />
        {series.map(({ name, lane, of }) => (
          <polyline
            key={name}
            data-lane={lane}
            data-of={of}
            className={styles.line}
            points={points.map((one, i) => toPoint(one[of][lane], i)).join(' ')}
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

function Table({ points, along, unit, series }: SeriesProps) {
  const isOfStore = series.length > LANES.length;
  const count = Math.min(ROWS, points.length - 1);
  const every = (points.length - 1) / count;
  const rows = Array.from({ length: count + 1 }, (_, i) => points[Math.round(i * every)]);
  return (
    <details>
      <summary>{PERFORMANCE_TEXTS.asTable}</summary>
      <table className={`${practise.table} ${styles.narrow}`}>
        <thead>
          <tr>
            <th scope="col" rowSpan={isOfStore ? 2 : 1}>
              {PERFORMANCE_TEXTS.along[along]}
            </th>
            {LANES.map((lane) => (
              <th
                key={lane}
                scope={isOfStore ? 'colgroup' : 'col'}
                colSpan={series.length / LANES.length}
              >
                {LANE_NAMES[lane]}
              </th>
            ))}
          </tr>
          {isOfStore ? (
            <tr>
              {series.map(({ name, of }) => (
                <th key={name} scope="col">
                  {PERFORMANCE_TEXTS.columns[of]}
                </th>
              ))}
            </tr>
          ) : null}
        </thead>
        <tbody>
          {rows.map((row) =>
            row ? (
              <tr key={row.at}>
                <th scope="row">{PERFORMANCE_TEXTS.sayAt(along, row.at)}</th>
                {series.map(({ name, lane, of }) => (
                  <td key={name}>{PERFORMANCE_TEXTS.sayCounted(row[of][lane], unit)}</td>
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
export function Growth({ points, along, unit, isOfStore }: GrowthProps) {
  const [chosen, setChosen] = useState(points.length - 1);
  const now = points[chosen];
  if (!now) return null;
  const series = isOfStore ? READ_AND_WRITTEN : COUNTED;
  const said = series.map(
    ({ name, lane, of }) => `${name}: ${PERFORMANCE_TEXTS.sayCounted(now[of][lane], unit)}`,
  );
  const at = PERFORMANCE_TEXTS.sayAt(along, now.at);
  return (
    <>
      <Lines points={points.slice(0, chosen + 1)} along={along} unit={unit} series={series} />
      <input
        type="range"
        className={styles.slider}
        aria-label={PERFORMANCE_TEXTS.along[along]}
        aria-valuetext={`${at}. ${said.join('; ')}`}
        min={1}
        max={points.length - 1}
        value={chosen}
        onChange={({ target }) => setChosen(Number(target.value))}
      />
      <p>
        {at} · {said.join(' · ')}
        {isOfStore ? null : ` · ${PERFORMANCE_TEXTS.sayFactor(now.counted)}`}
      </p>
      <Table points={points} along={along} unit={unit} series={series} />
    </>
  );
}
