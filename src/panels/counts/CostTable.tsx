import { LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { COUNTS_TEXTS } from '../../lesson/texts/panels/reference/counts.ts';
import styles from './CostChart.module.css';
import { CHARTED, type LaneCost, REQUESTS, SERVERS } from './costs.ts';

interface RowsProps {
  title: string;
  costs: readonly LaneCost[];
  /** What a row is of, and what it comes to in a lane. */
  rows: readonly (readonly [name: string, toText: (cost: LaneCost) => string])[];
}

function Rows({ title, costs, rows }: RowsProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={costs.length + 1} className={styles.group}>
          {title}
        </th>
      </tr>
      {rows.map(([name, toText]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {costs.map((cost) => (
            <td key={cost.lane}>{toText(cost)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** What the charts draw, in numbers. */
export function CostTable({ costs }: { costs: readonly LaneCost[] }) {
  const { growth, bytes, calls, sayBytes, sayCallsWhere, sayCount, sayRequests, sayServers } =
    COUNTS_TEXTS;
  return (
    <table className={styles.table} aria-label={growth}>
      <thead>
        <tr>
          <td />
          {costs.map(({ lane }) => (
            <th key={lane} scope="col" data-lane={lane}>
              {LANE_NAMES[lane]}
            </th>
          ))}
        </tr>
      </thead>
      <Rows
        title={bytes}
        costs={costs}
        rows={REQUESTS.map((requests) => [
          sayRequests(requests),
          ({ clientBytes }) => sayBytes(clientBytes * requests),
        ])}
      />
      <Rows
        title={`${calls}, ${sayCallsWhere(CHARTED)}`}
        costs={costs}
        rows={SERVERS.map((servers) => [
          sayServers(servers),
          ({ storeCalls }) => sayCount(storeCalls * servers * CHARTED),
        ])}
      />
    </table>
  );
}
