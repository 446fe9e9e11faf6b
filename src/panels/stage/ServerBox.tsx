import type { Badge, ServerTelling, StageTelling } from '../../lesson/telling.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Icon } from '../../ui/controls/Icon.tsx';
import styles from './Box.module.css';
import { Chip, CredentialSlot } from './Credential.tsx';
import life from './Life.module.css';
import seal from './Seal.module.css';
import well from './Well.module.css';

/** What the server keeps: records, or what a design of tokens brings back. */
function Kept({ lines, none, time }: ServerTelling) {
  return (
    <div className={well.well} data-empty={lines.length === 0}>
      {lines.length === 0
        ? none
        : lines.map(({ text, mark }) => (
            // That a record is there was to be seen before; what has become of it was not.
            <code
              key={text}
              title={text}
              data-mark={mark ?? undefined}
              data-outcome={mark !== null && mark !== 'found' ? '' : undefined}
            >
              {mark === 'gone' ? <del>{text}</del> : text}
            </code>
          ))}
      {time === null ? null : <span className={`${styles.place} ${well.end}`}>{time}</span>}
    </div>
  );
}

interface BoxProps {
  strategy: Strategy;
  stage: StageTelling;
  tone: Badge['tone'];
}

/**
 * The server's side. What it needs for its decision is drawn: a line from the session ID to its
 * record in the store; or one from the key to the token's signature, past a store that is not asked.
 */
export function ServerBox({ strategy, stage: { server, credential }, tone }: BoxProps) {
  const { name, active, store, calls, secret, usesSecret, link, check, guest } = server;
  return (
    <div
      className={`${styles.box} ${seal.server}`}
      data-tone={active ? tone : undefined}
      data-resting={active ? undefined : true}
      data-seal={check?.seal ?? undefined}
    >
      <div className={styles.head}>
        <h4 className={styles.title}>{name}</h4>
        <span className={styles.place}>{store}</span>
      </div>
      <span className={seal.spot}>
        <CredentialSlot strategy={strategy} place="server" credential={credential} />
        {guest === null ? null : <Chip strategy={strategy} label={guest} />}
      </span>
      <span className={well.link} data-outcome data-link={link ?? undefined}>
        {calls ? <code>{calls}</code> : null}
        {check?.time ? (
          <span className={life.time} data-left={check.time.left}>
            {check.time.text}
          </span>
        ) : null}
      </span>
      <Kept {...server} />
      <span
        className={seal.secret}
        data-outcome={check?.seal ? '' : undefined}
        data-used={usesSecret}
      >
        <Icon name="key" size={13} />
        {secret}
      </span>
    </div>
  );
}
