import { useState } from 'react';
import { MOST_REQUESTS } from '../../../lesson/exercises/measures.ts';
import { LANE_NAMES } from '../../../lesson/texts/lanes.ts';
import { PERFORMANCE_TEXTS } from '../../../lesson/texts/practise/performance.ts';
import type { Growth } from '../../../player/practise/runs/makeGrowth.ts';
import { makeGrowth } from '../../../player/practise/runs/makeGrowth.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { Making } from '../exercise/Making.tsx';
import practise from '../Practise.module.css';
import styles from './Growth.module.css';

const LANES = ['session', 'token'] as const;
const WIDTH = 320;
const HEIGHT = 120;
/** The rows of the table, by the number of requests. */
const ROWS = [1, 10, 50, MOST_REQUESTS];

/** A line a lane, up to the number of requests that is chosen. */
function Lines({ bytes, requests }: { bytes: Growth['bytes']; requests: number }) {
  const shown = bytes.slice(0, requests + 1);
  const last = shown.at(-1);
  const most = Math.max(1, last?.session ?? 0, last?.token ?? 0);
  const toPoint = (value: number, i: number) =>
    `${((i / requests) * WIDTH).toFixed(1)},${(HEIGHT - (value / most) * (HEIGHT - 4)).toFixed(1)}`;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 2}`} aria-hidden="true" className={styles.chart}>
      {LANES.map((lane) => (
        <polyline
          key={lane}
          data-lane={lane}
          className={styles.line}
          points={shown.map((one, i) => toPoint(one[lane], i)).join(' ')}
        />
      ))}
    </svg>
  );
}

function Table({ bytes }: { bytes: Growth['bytes'] }) {
  return (
    <details>
      <summary>{PERFORMANCE_TEXTS.asTable}</summary>
      <table className={practise.table}>
        <thead>
          <tr>
            <th scope="col">{PERFORMANCE_TEXTS.requests}</th>
            {LANES.map((lane) => (
              <th key={lane} scope="col">
                {LANE_NAMES[lane]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {LANES.map((lane) => (
                <td key={lane}>{PERFORMANCE_TEXTS.sayBytes(bytes[row]?.[lane] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** What crosses the wire, for as many requests as one likes, and where the two meet. */
export function GrowthPart() {
  const [requests, setRequests] = useState(10);
  const { value: made, problem, isMaking } = useMade('growth', makeGrowth);
  const last = made?.bytes.at(-1);
  const now = made?.bytes[requests];
  return (
    <section aria-labelledby="growth" className={practise.part}>
      <h3 id="growth">{PERFORMANCE_TEXTS.growth}</h3>
      {made && last && now ? (
        <>
          <label className={practise.row}>
            {PERFORMANCE_TEXTS.requests}: {requests}
            <input
              type="range"
              min={1}
              max={MOST_REQUESTS}
              value={requests}
              onChange={({ target }) => setRequests(Number(target.value))}
            />
          </label>
          <Lines bytes={made.bytes} requests={requests} />
          <p role="status">
            {LANES.map((lane) => PERFORMANCE_TEXTS.saySent(LANE_NAMES[lane], now[lane])).join(
              ' · ',
            )}{' '}
            · {PERFORMANCE_TEXTS.sayFactor(now)}
          </p>
          <p>
            {PERFORMANCE_TEXTS.sayCrossing(made.crossing, last.token > last.session)}{' '}
            {PERFORMANCE_TEXTS.sayFrom(PERFORMANCE_TEXTS.growthRun)}
          </p>
          <Table bytes={made.bytes} />
        </>
      ) : (
        <Making isMaking={isMaking} problem={problem} />
      )}
    </section>
  );
}
