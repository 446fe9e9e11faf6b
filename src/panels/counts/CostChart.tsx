import { LANE_NAMES, SHORT_LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { COUNTS_TEXTS } from '../../lesson/texts/panels/reference/counts.ts';
import styles from './CostChart.module.css';
import { CHARTED, type LaneCost, SERVERS } from './costs.ts';

const WIDTH = 320;
/** Room for what is written beside the ends of the lines. */
const LABELS = 152;
const TOP = 18;
const FLOOR = 104;
const HEIGHT = 124;
/** Two labels need as much between them. */
const LINE_HEIGHT = 16;

const toY = (value: number, most: number) =>
  most === 0 ? FLOOR : FLOOR - (value / most) * (FLOOR - TOP);

interface ChartProps {
  costs: readonly LaneCost[];
}

/** How the bytes grow with each request, a line a lane. */
function Lines({ costs }: ChartProps) {
  const { bytes, sayBytes, sayChart, sayRequests } = COUNTS_TEXTS;
  const end = WIDTH - LABELS;
  const most = Math.max(...costs.map(({ clientBytes }) => clientBytes));
  const lines = costs.map(({ lane, clientBytes }) => ({
    lane,
    y: toY(clientBytes, most),
    text: sayBytes(clientBytes * CHARTED),
  }));
  const [first, second] = lines;
  const apart = first && second ? Math.abs(first.y - second.y) : LINE_HEIGHT;
  const push = Math.max(0, LINE_HEIGHT - apart) / 2;
  const higher = Math.min(...lines.map(({ y }) => y));
  const ends = lines.map(({ lane, text }) => [LANE_NAMES[lane], text] as const);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={styles.chart}
      role="img"
      aria-label={sayChart(bytes, sayRequests(CHARTED), ends)}
    >
      <path className={styles.axis} d={`M4 ${FLOOR}H${end}`} />
      {lines.map(({ lane, y, text }, i) => {
        const isHigher = y === higher && (i === 0 || first?.y !== y);
        return (
          <g key={lane} data-lane={lane}>
            <path className={styles.line} d={`M4 ${FLOOR}L${end} ${y}`} />
            <circle className={styles.end} cx={end} cy={y} r={4} />
            <text x={end + 10} y={y + 4 + (isHigher ? -push : push)} className={styles.value}>
              {SHORT_LANE_NAMES[lane]} {text}
            </text>
          </g>
        );
      })}
      <text x={4} y={HEIGHT - 4} className={styles.scale}>
        0
      </text>
      <text x={end} y={HEIGHT - 4} textAnchor="end" className={styles.scale}>
        {sayRequests(CHARTED)}
      </text>
    </svg>
  );
}

/** How the calls to the one store grow with each server that asks it, a bar a lane. */
function Bars({ costs }: ChartProps) {
  const { calls, sayChart, sayCount, sayServers } = COUNTS_TEXTS;
  const most = Math.max(...SERVERS) * Math.max(...costs.map(({ storeCalls }) => storeCalls));
  const group = WIDTH / SERVERS.length;
  const bar = 34;
  const last = SERVERS.at(-1) ?? 1;
  const ends = costs.map(
    ({ lane, storeCalls }) => [LANE_NAMES[lane], sayCount(storeCalls * last * CHARTED)] as const,
  );
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={styles.chart}
      role="img"
      aria-label={sayChart(calls, sayServers(last), ends)}
    >
      <path className={styles.axis} d={`M4 ${FLOOR}H${WIDTH - 4}`} />
      {SERVERS.map((servers, place) => {
        const middle = group * (place + 0.5);
        return (
          <g key={servers}>
            {costs.map(({ lane, storeCalls }, i) => {
              const x = middle + (i - costs.length / 2) * (bar + 6) + 3;
              const y = toY(storeCalls * servers, most);
              return (
                <g key={lane} data-lane={lane}>
                  <rect className={styles.bar} x={x} y={y} width={bar} height={FLOOR - y} />
                  <text x={x + bar / 2} y={y - 5} textAnchor="middle" className={styles.value}>
                    {sayCount(storeCalls * servers * CHARTED)}
                  </text>
                </g>
              );
            })}
            <text x={middle} y={HEIGHT - 4} textAnchor="middle" className={styles.scale}>
              {sayServers(servers)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** What each request takes, over many requests and over several servers. */
export function CostChart({ costs }: ChartProps) {
  const { bytes, calls, sayCallsWhere } = COUNTS_TEXTS;
  return (
    <div className={styles.charts}>
      <figure>
        <figcaption className={styles.caption}>{bytes}</figcaption>
        <Lines costs={costs} />
      </figure>
      <figure>
        <figcaption className={styles.caption}>
          {calls} <span>{sayCallsWhere(CHARTED)}</span>
        </figcaption>
        <Bars costs={costs} />
      </figure>
    </div>
  );
}
