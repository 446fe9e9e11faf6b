import type { Holding, Place } from '../../lesson/telling.ts';
import { ITEM_NAMES, PLACE_NAMES, STAGE_TEXTS } from '../../lesson/texts/panels/stage.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useStagedRun, useStagedStep } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import styles from './Holders.module.css';

const PLACES: readonly Place[] = ['client', 'wire', 'server', 'attacker'];
/** What an attacker could have; there is room for it only in runs that have one. */
const STEALABLE: readonly Holding['item'][] = ['Session ID', 'Session data', 'Token'];

/** The quiet strip above the lanes: who holds what after this step. */
export function Holders() {
  const { holders } = useStagedStep();
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  const hunted = useStagedRun().around.includes('outsider');
  const holdings = holders.filter(({ lanes }) => lanes.some((l) => shown.includes(l)));
  return (
    <div className={styles.strip}>
      <h2 className={styles.title}>{STAGE_TEXTS.holders}</h2>
      <dl className={styles.list} data-hunted={hunted || undefined}>
        {holdings.map(({ item, lanes, places }) => (
          <div
            key={item}
            className={styles.item}
            data-lane={lanes.length === 1 ? lanes[0] : 'both'}
            data-held={places.length > 0}
          >
            <dt>{ITEM_NAMES[item]}</dt>
            <dd key={places.join()}>
              {PLACES.filter(
                (place) => place !== 'attacker' || (hunted && STEALABLE.includes(item)),
              ).map((place) => (
                <span
                  key={place}
                  data-on={places.includes(place)}
                  aria-hidden={!places.includes(place)}
                >
                  {PLACE_NAMES[place]}
                </span>
              ))}
              {places.length === 0 ? (
                <>
                  <span className="visually-hidden">{STAGE_TEXTS.nobody}</span>
                  <span className={styles.nobody} aria-hidden="true">
                    {STAGE_TEXTS.nobody}
                  </span>
                </>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
