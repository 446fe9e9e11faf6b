import type { Holding, Place } from '../../lesson/telling.ts';
import { HOLDERS_TEXTS, ITEM_NAMES, PLACE_NAMES } from '../../lesson/texts/panels/walk/holders.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeenRun, useSeenStep } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Pane } from '../../ui/boxes/Pane.tsx';
import styles from './Holders.module.css';

const PLACES: readonly Place[] = ['client', 'wire', 'server', 'attacker'];

function Row({ holding, places }: { holding: Holding; places: readonly Place[] }) {
  const { item, lanes } = holding;
  return (
    <tr data-lane={lanes.length === 1 ? lanes[0] : undefined}>
      <th scope="row">{ITEM_NAMES[item]}</th>
      {places.map((place) => {
        const isHeld = holding.places.includes(place);
        return (
          <td key={place} data-held={isHeld || undefined}>
            {isHeld ? HOLDERS_TEXTS.held : HOLDERS_TEXTS.absent}
          </td>
        );
      })}
    </tr>
  );
}

/** Who holds what after this step: what is held by a row, who holds it by a column. */
export function Holders() {
  const { holders } = useSeenStep();
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const hunted = useSeenRun().around.includes('outsider');
  const places = PLACES.filter((place) => place !== 'attacker' || hunted);
  return (
    <Pane title={HOLDERS_TEXTS.title}>
      <table className={styles.table} aria-label={HOLDERS_TEXTS.title}>
        <thead>
          <tr>
            <th scope="col">{HOLDERS_TEXTS.item}</th>
            {places.map((place) => (
              <th key={place} scope="col">
                {PLACE_NAMES[place]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {holders
            .filter(({ lanes }) => lanes.some((lane) => shown.includes(lane)))
            .map((holding) => (
              <Row key={holding.item} holding={holding} places={places} />
            ))}
        </tbody>
      </table>
    </Pane>
  );
}
