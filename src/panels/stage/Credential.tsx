import type { StageCredential } from '../../lesson/telling.ts';
import type { Strategy } from '../../sim/strategy.ts';
import styles from './Credential.module.css';

interface CredentialProps {
  strategy: Strategy;
  credential: StageCredential;
}

/**
 * The credential, one object wherever it is: `Travel` moves it from place to place. An answer does
 * not carry it back, so after one it is just where the client kept it.
 */
export function Credential({ strategy, credential }: CredentialProps) {
  return (
    <span
      className={styles.credential}
      data-travels={strategy}
      data-still={credential.stays || undefined}
      data-lane={strategy}
      data-gone={credential.gone}
    >
      {credential.gone ? <del>{credential.label}</del> : credential.label}
    </span>
  );
}

/** The copy that stays with the client while the credential is on its way. */
export function KeptCopy({ strategy, label }: { strategy: Strategy; label: string }) {
  return (
    <span className={styles.credential} data-lane={strategy} data-kept="true">
      {label}
    </span>
  );
}
