import { Fragment } from 'react';
import type { StageTelling } from '../../lesson/telling.ts';
import { STAGE_TEXTS } from '../../lesson/texts/panels/walk/stage.ts';
import type { Strategy } from '../../sim/strategy.ts';
import styles from './Box.module.css';
import credentials from './Credential.module.css';
import { Chip, CredentialSlot } from './Credential.tsx';

interface BoxProps {
  strategy: Strategy;
  stage: StageTelling;
}

/** All that the client keeps; what of it is drawn as the one that moves is not drawn twice. */
function Kept({ strategy, stage: { client, credential } }: BoxProps) {
  const isHere = credential?.place === 'client';
  return client.kept.map(({ label, note, refused, size }, i) => (
    // Two of one label differ in what they are for.
    <Fragment key={label + note}>
      {isHere && i === 0 ? (
        <CredentialSlot strategy={strategy} place="client" credential={credential} />
      ) : (
        <Chip {...{ strategy, label, size }} kept={!refused} gone={refused} />
      )}
      <span className={styles.place} title={note}>
        {note}
      </span>
    </Fragment>
  ));
}

/** What is left of the client's credential when it keeps none. */
function Rest({ strategy, stage: { credential } }: BoxProps) {
  if (credential?.place !== 'client') return <span>{STAGE_TEXTS.empty}</span>;
  return (
    <>
      <CredentialSlot strategy={strategy} place="client" credential={credential} />
      <span className={styles.place}>{STAGE_TEXTS.gone}</span>
    </>
  );
}

/**
 * The client's side: its cookie jar, or the storage that its code uses. Under it, and not in it, is
 * what could survive what it has thrown away.
 */
export function ClientBox({ strategy, stage }: BoxProps) {
  const { client, ghost } = stage;
  return (
    <div className={styles.side}>
      <div className={styles.box}>
        <div className={styles.head}>
          <h4 className={styles.title}>{STAGE_TEXTS.client}</h4>
          <span className={styles.place}>{client.place}</span>
        </div>
        <div className={styles.kept}>
          {client.kept.length > 0 ? (
            <Kept strategy={strategy} stage={stage} />
          ) : (
            <Rest strategy={strategy} stage={stage} />
          )}
        </div>
      </div>
      {ghost ? (
        <span
          className={credentials.ghost}
          data-ghost
          data-lane={strategy}
          data-gone={ghost.refused}
        >
          {ghost.refused ? <del>{ghost.text}</del> : ghost.text}
        </span>
      ) : null}
    </div>
  );
}
