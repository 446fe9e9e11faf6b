import type { StageTelling } from '../../lesson/telling.ts';
import { STAGE_TEXTS } from '../../lesson/texts/panels/stage.ts';
import type { Strategy } from '../../sim/strategy.ts';
import styles from './Box.module.css';
import { KeptCopy } from './Credential.tsx';
import { CredentialSlot } from './CredentialSlot.tsx';

interface BoxProps {
  strategy: Strategy;
  stage: StageTelling;
}

/** The client's side: its cookie jar, or the storage that its code uses. */
export function ClientBox({ strategy, stage: { client, credential } }: BoxProps) {
  const { place, kept } = client;
  const here = credential?.place === 'client' ? credential : null;
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <h4 className={styles.title}>{STAGE_TEXTS.client}</h4>
        <span className={styles.place}>{place}</span>
      </div>
      <div className={styles.well} data-tall="true" data-empty={!kept && !here}>
        <span className={styles.spot}>
          <CredentialSlot strategy={strategy} place="client" credential={credential} />
          {kept && !here ? <KeptCopy strategy={strategy} label={kept.label} /> : null}
          {kept || here ? null : <span>{STAGE_TEXTS.empty}</span>}
        </span>
        {kept ? <span className={styles.place}>{kept.note}</span> : null}
        {here?.gone ? <span className={styles.place}>{STAGE_TEXTS.gone}</span> : null}
      </div>
    </div>
  );
}
