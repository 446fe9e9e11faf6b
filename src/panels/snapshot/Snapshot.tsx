import { LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { SNAPSHOT_TITLE } from '../../lesson/texts/panels/reference/snapshot.ts';
import { SNAPSHOT, SNAPSHOT_IN_SHORT, SNAPSHOT_LOGOUT } from '../../lesson/texts/snapshot.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Pane } from '../../ui/boxes/Pane.tsx';
import styles from './Snapshot.module.css';

/** The lesson on a card. */
export function Snapshot() {
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  return (
    <Pane title={SNAPSHOT_TITLE}>
      <div className={styles.lanes}>
        {shown.map((strategy) => (
          <div key={strategy} data-lane={strategy}>
            <h3>{LANE_NAMES[strategy]}</h3>
            <ul>
              {SNAPSHOT[strategy].map((line) => (
                <li key={line}>{line}</li>
              ))}
              <li>{SNAPSHOT_LOGOUT[strategy]}</li>
            </ul>
          </div>
        ))}
      </div>
      <p className={styles.short}>{SNAPSHOT_IN_SHORT}</p>
    </Pane>
  );
}
