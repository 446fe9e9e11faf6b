import { SHORT_LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { WIRE_TEXTS } from '../../lesson/texts/panels/walk/wire.ts';
import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeenStep } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Pane } from '../../ui/boxes/Pane.tsx';
import { ScrollBox } from '../../ui/boxes/ScrollBox.tsx';
import { CheckedAgainst } from './CheckedAgainst.tsx';
import { ConsoleLine } from './ConsoleLine.tsx';
import { HttpMessage } from './HttpMessage.tsx';
import styles from './HttpMessages.module.css';
import { StoreCall } from './StoreCall.tsx';

function LaneMessages({ strategy }: { strategy: Strategy }) {
  const { messages, console } = useSeenStep()[strategy];
  return (
    <div className={styles.lane} data-lane={strategy}>
      <h3 className={styles.title}>{SHORT_LANE_NAMES[strategy]}</h3>
      {messages.length === 0 ? <p className={styles.none}>{WIRE_TEXTS.none}</p> : null}
      {messages.map((message, i) => {
        // Steps have the same few messages at the same places: what stays alike is kept.
        const key = `${message.kind}:${i}`;
        return message.kind === 'store' ? (
          <StoreCall key={key} message={message} />
        ) : (
          <HttpMessage key={key} message={message} />
        );
      })}
      {console === null ? null : <ConsoleLine text={console} />}
    </div>
  );
}

/** The messages of the current step as they are on the wire, and the calls to the store. */
export function HttpMessages() {
  const shown = usePlayer((player) => toShownStrategies(player.columns));
  return (
    <Pane title={WIRE_TEXTS.title} className={styles.pane}>
      <ScrollBox className={styles.box} label={WIRE_TEXTS.box}>
        {shown.map((strategy) => (
          <LaneMessages key={strategy} strategy={strategy} />
        ))}
      </ScrollBox>
      <CheckedAgainst />
    </Pane>
  );
}
