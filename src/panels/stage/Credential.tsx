import type { ChipSize, CredentialPlace, StageCredential } from '../../lesson/telling.ts';
import type { Strategy } from '../../sim/strategy.ts';
import styles from './Credential.module.css';

interface ChipProps {
  strategy: Strategy;
  label: string;
  /** By how much it is drawn longer than usual. */
  size?: ChipSize | undefined;
  /** A copy at rest, while the credential itself is on its way. */
  kept?: boolean;
  /** It opens nothing, or its holder has thrown it away. */
  gone?: boolean;
  /** Its name for `Travel`, where it has a way to go. */
  travels?: string | undefined;
  /** The name of what it is a copy of, from where it comes when it is new. */
  from?: string | undefined;
  /** It is where it was, whatever moved. */
  still?: boolean;
}

/** A credential: the same shape and colour wherever it is. */
export function Chip({ strategy, label, size, kept, gone, travels, from, still }: ChipProps) {
  return (
    <span
      className={styles.credential}
      data-travels={travels}
      data-from={from}
      data-still={still || undefined}
      data-lane={strategy}
      data-size={size}
      data-kept={kept || undefined}
      data-gone={gone || undefined}
    >
      {gone ? <del>{label}</del> : label}
    </span>
  );
}

interface SlotProps {
  strategy: Strategy;
  place: CredentialPlace;
  credential: StageCredential | null;
}

/**
 * A place where the credential can be; shows it while it is there, one object wherever it is:
 * `Travel` moves it from place to place. An answer does not carry it back, so after one it is just
 * where the client kept it.
 */
export function CredentialSlot({ strategy, place, credential }: SlotProps) {
  if (credential?.place !== place) return null;
  const { label, size, gone, stays } = credential;
  return <Chip {...{ strategy, label, size, gone }} travels={strategy} still={stays} />;
}
