import { toShownStrategies } from '../../player/position/columns.ts';
import { useSeenStep } from '../../player/position/useSeen.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Pane } from '../../ui/Pane.tsx';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { CheckedAgainst } from './CheckedAgainst.tsx';
import { ConsoleLine } from './ConsoleLine.tsx';
import { HttpMessage } from './HttpMessage.tsx';
import styles from './HttpMessages.module.css';
import { StoreCall } from './StoreCall.tsx';

const TITLES: Readonly<Record<Strategy, string>> = { session: 'Session', token: 'Token' };

function LaneMessages({ strategy }: { strategy: Strategy }) {
  const { messages, console } = useSeenStep()[strategy];
  return (
    <div className={styles.lane} data-lane={strategy}>
      <h3 className={styles.title}>{TITLES[strategy]}</h3>
      {messages.length === 0 ? (
        <p className={styles.none}>Nothing is sent in this lane at this step.</p>
      ) : null}
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
    <Pane title="HTTP messages" className={styles.pane}>
      <ScrollBox className={styles.box} label="Messages of this step">
        {shown.map((strategy) => (
          <LaneMessages key={strategy} strategy={strategy} />
        ))}
      </ScrollBox>
      <CheckedAgainst />
    </Pane>
  );
}
