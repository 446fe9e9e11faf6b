import { toShownStrategies } from '../../player/columns.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { useSettled } from '../../player/useSettled.ts';
import type { Message } from '../../sim/message.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Pane } from '../../ui/Pane.tsx';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { CheckedAgainst } from './CheckedAgainst.tsx';
import { HttpMessage } from './HttpMessage.tsx';
import styles from './HttpMessages.module.css';
import { StoreCall } from './StoreCall.tsx';

const TITLES: Readonly<Record<Strategy, string>> = { session: 'Session', token: 'Token' };

const toServerId = ({ kind, from, to }: Message) => (kind === 'request' ? to : from);

function LaneMessages({ strategy }: { strategy: Strategy }) {
  const lane = useSettled(({ trace, cursor }) => trace.frames[cursor]?.[strategy]);
  if (!lane) return null;
  return (
    <div className={styles.lane} data-lane={strategy}>
      <h3 className={styles.title}>{TITLES[strategy]}</h3>
      {lane.messages.length === 0 ? (
        <p className={styles.none}>Nothing is sent in this lane at this step.</p>
      ) : null}
      {lane.messages.map((message, i) => {
        // Steps have the same few messages at the same places: what stays alike is kept.
        const key = `${message.kind}:${i}`;
        return message.kind === 'store' ? (
          <StoreCall key={key} message={message} />
        ) : (
          <HttpMessage
            key={key}
            message={message}
            origin={lane.state.servers[toServerId(message)]?.origin ?? ''}
          />
        );
      })}
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
