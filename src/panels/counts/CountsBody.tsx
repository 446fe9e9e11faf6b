import { COUNT_ROWS } from '../../lesson/texts/countRows.ts';
import { LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { COUNTS_TEXTS } from '../../lesson/texts/panels/reference/counts.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeenRun, useSeenStep } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import styles from './CountsBody.module.css';
import { listRequestRows, toLaneCosts } from './costs.ts';

interface RowProps {
  row: { readonly title: string; readonly unit: string | null; readonly meaning: string };
  shown: readonly Strategy[];
  /** What a lane's cell says; `null` where there is nothing to count. */
  read: (lane: Strategy) => { readonly text: string; readonly growth?: string } | null;
}

/** One thing that is counted, in each lane. */
function Row({ row: { title, unit, meaning }, shown, read }: RowProps) {
  return (
    <tr>
      <th scope="row">
        {title}
        <span className={styles.meaning}>{meaning}</span>
      </th>
      {shown.map((lane) => {
        const told = read(lane);
        return (
          <td key={lane} data-lane={lane}>
            {told ? told.text : COUNTS_TEXTS.noRequest}
            {told && unit ? <span className={styles.unit}> {unit}</span> : null}
            {told?.growth === undefined ? null : (
              <span className={styles.growth}>{told.growth}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** What each request takes, and what it all came to up to the step on show; the reader draws the conclusions. */
export function CountsBody() {
  const { step, counts } = useSeenStep();
  const { lastStep, perRequest } = useSeenRun();
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const costs = toLaneCosts(perRequest, shown);
  return (
    <table className={styles.table} aria-label={COUNTS_TEXTS.title}>
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
      <tbody className={styles.each}>
        {listRequestRows(perRequest).map((row) => (
          <Row
            key={row.name}
            row={row}
            shown={shown}
            read={(lane) => {
              const cost = costs.find((one) => one.lane === lane);
              return cost ? { text: COUNTS_TEXTS.sayCount(cost[row.name]) } : null;
            }}
          />
        ))}
      </tbody>
      <tbody>
        <tr>
          <th scope="rowgroup" colSpan={shown.length + 1} className={styles.totals}>
            {COUNTS_TEXTS.sayTotals(step, lastStep)}
          </th>
        </tr>
        {COUNT_ROWS.map((row) => (
          <Row key={row.name} row={row} shown={shown} read={(lane) => counts[lane][row.name]} />
        ))}
      </tbody>
    </table>
  );
}
