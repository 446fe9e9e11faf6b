import type { StageTelling, TrackTelling } from '../../lesson/telling.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { CredentialSlot } from './CredentialSlot.tsx';
import styles from './Wire.module.css';
import turns from './WireTurns.module.css';

interface TrackProps {
  direction: 'request' | 'response';
  track: TrackTelling;
  credential: StageTelling['credential'];
  strategy: Strategy;
  step: number;
}

/** One direction of the wire: what crosses, an arrow that says which way, and what rides on it. */
function Track({ direction, track, credential, strategy, step }: TrackProps) {
  const { state, label, cargo, vehicle, second } = track;
  return (
    <div
      className={`${styles.track} ${turns.track}`}
      data-direction={direction}
      data-state={state}
      data-second={second || undefined}
    >
      <span key={`${step} label`} className={`${styles.label} ${turns.label}`}>
        {label}
      </span>
      <span className={`${styles.line} ${turns.line}`}>
        {cargo ? (
          <span key={step} className={styles.cargo}>
            {cargo}
          </span>
        ) : null}
        <CredentialSlot strategy={strategy} place={direction} credential={credential} />
      </span>
      <span key={`${step} vehicle`} className={styles.vehicle}>
        {vehicle}
      </span>
    </div>
  );
}

interface WireProps {
  strategy: Strategy;
  stage: StageTelling;
  step: number;
}

/**
 * The wire between client and server: requests above, responses below. What the attacker sends has
 * lines of its own there, which begin and end at the attacker.
 */
export function Wire({ strategy, stage: { wire, second, credential }, step }: WireProps) {
  const { fromBelow, request, response } = wire;
  const shared = { credential, strategy, step };
  return (
    <div
      className={`${styles.wire} ${turns.wire}`}
      data-from-below={fromBelow || undefined}
      // There is room to say that a message goes to the second server.
      data-second={second ? true : undefined}
    >
      <Track direction="request" track={request} {...shared} />
      <Track direction="response" track={response} {...shared} />
    </div>
  );
}
