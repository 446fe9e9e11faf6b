import { lazy, Suspense, useRef } from 'react';
import { WHOLE_RUN } from '../../lesson/span.ts';
import { toShownStrategies } from '../../player/columns.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { Frame } from '../../sim/trace.ts';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { Row } from './Row.tsx';
import { RowFollower } from './RowFollower.tsx';
import styles from './StepTable.module.css';

// Only a long run needs it, and the walk is none.
/** What a table of many rows needs; no run has as many until somebody makes one. */
export const loadLongRun = () => import('./LongRun.tsx');
const LongRun = lazy(loadLongRun);

const LANE_TITLES: Readonly<Record<Strategy, string>> = {
  session: 'Session-based Auth',
  token: 'Token-based Auth',
};

const toRows = (frames: readonly Frame[]) =>
  frames.map((frame) => <Row key={frame.step} frame={frame} />);

/** The 12 rows of the walk, or however many steps a run has. */
export function StepTable() {
  const frames = usePlayer((player) => player.trace.frames);
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const box = useRef<HTMLDivElement>(null);
  const long = frames.length - 1 > WHOLE_RUN;
  return (
    <ScrollBox ref={box} className={styles.box} label="Execution table, scrollable">
      {long ? null : <RowFollower box={box} />}
      <table
        className={styles.table}
        aria-label="Execution table"
        aria-rowcount={long ? frames.length : undefined}
        data-columns={shown.length}
      >
        <thead>
          <tr aria-rowindex={long ? 1 : undefined}>
            <th scope="col">Step</th>
            <th scope="col">Action</th>
            {shown.map((strategy) => (
              <th key={strategy} scope="col" data-lane={strategy}>
                {LANE_TITLES[strategy]}
              </th>
            ))}
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {long ? (
            <Suspense fallback={toRows(frames.slice(1, WHOLE_RUN))}>
              <LongRun box={box} />
            </Suspense>
          ) : (
            toRows(frames.slice(1))
          )}
        </tbody>
      </table>
    </ScrollBox>
  );
}
