import * as m from 'framer-motion/m';
import type { StageCredential } from '../../lesson/telling.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { STILL, TRAVEL } from '../../ui/motion.ts';
import styles from './Credential.module.css';

interface CredentialProps {
  strategy: Strategy;
  credential: StageCredential;
}

/**
 * The credential, one object wherever it is: framer-motion moves it from place to place by its
 * `layoutId`. An answer does not carry it back, so after one it is just where the client kept it.
 */
export function Credential({ strategy, credential }: CredentialProps) {
  return (
    <m.span
      layoutId={`${strategy}-credential`}
      layoutCrossfade={false}
      transition={{ layout: credential.stays ? STILL : TRAVEL }}
      className={styles.credential}
      data-lane={strategy}
      data-gone={credential.gone}
    >
      {credential.gone ? <del>{credential.label}</del> : credential.label}
    </m.span>
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
