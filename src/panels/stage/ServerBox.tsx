import type { Badge, ServerTelling, StageTelling } from '../../lesson/telling.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Box.module.css';
import { CredentialSlot } from './CredentialSlot.tsx';

/** What the server keeps: records, or what a design of tokens brings back. */
function Kept({ lines, none, time }: ServerTelling) {
  return (
    <div
      className={styles.well}
      data-empty={lines.length === 0}
      data-timed={time !== null || undefined}
    >
      {lines.length === 0 ? none : lines.map((line) => <code key={line}>{line}</code>)}
      {time === null ? null : <span className={styles.place}>{time}</span>}
    </div>
  );
}

interface BoxProps {
  strategy: Strategy;
  stage: StageTelling;
  tone: Badge['tone'];
}

/** The server's side: its session store and the calls to it, or no store at all; and its secret. */
export function ServerBox({ strategy, stage: { server, credential }, tone }: BoxProps) {
  const { name, active, store, calls, secret, usesSecret } = server;
  return (
    <div
      className={styles.box}
      data-tone={active ? tone : undefined}
      data-resting={active ? undefined : true}
    >
      <div className={styles.head}>
        <h4 className={styles.title}>{name}</h4>
        <span className={styles.place}>{store}</span>
      </div>
      <Kept {...server} />
      <span className={styles.note}>
        <CredentialSlot strategy={strategy} place="server" credential={credential} />
        {credential?.place === 'server' ? null : <code>{calls}</code>}
      </span>
      <span className={styles.secret} data-used={usesSecret}>
        <Icon name="key" size={13} />
        {secret}
      </span>
    </div>
  );
}
