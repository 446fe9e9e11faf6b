import { COUNTS_TEXTS } from '../../lesson/texts/panels/reference/counts.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeenRun } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import styles from './CostChart.module.css';
import { CostChart } from './CostChart.tsx';
import { CostTable } from './CostTable.tsx';
import { toLaneCosts } from './costs.ts';

/** What one request takes, times many: as charts, and as the table behind them. */
export function Costs() {
  const { perRequest } = useSeenRun();
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const costs = toLaneCosts(perRequest, shown);
  if (costs.length === 0) return null;
  return (
    <div className={styles.costs}>
      <h3 className={styles.title}>{COUNTS_TEXTS.growth}</h3>
      <CostChart costs={costs} />
      <details className={styles.behind}>
        <summary>{COUNTS_TEXTS.asTable}</summary>
        <CostTable costs={costs} />
      </details>
    </div>
  );
}
