import type { StageTelling, TrackTelling } from '../../lesson/telling.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Chip, CredentialSlot } from './Credential.tsx';
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
  const { state, route, label, vehicle, second, cargo } = track;
  return (
    <div
      className={`${styles.track} ${turns.track}`}
      data-direction={direction}
      data-state={state}
      data-second={second || undefined}
    >
      <span key={`${step} label`} className={`${styles.label} ${turns.label}`}>
        {route ? <span className="visually-hidden">{route} </span> : null}
        {label}
      </span>
      <span className={`${styles.line} ${turns.line}`}>
        {cargo ? (
          // It sets out from its sender anew at each step.
          <span key={step} className={styles.way}>
            <span>
              {typeof cargo === 'string' ? (
                <span className={styles.cargo}>{cargo}</span>
              ) : (
                <Chip strategy={strategy} {...cargo} />
              )}
            </span>
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
export function Wire({ strategy, stage, step }: WireProps) {
  const { wire, second, credential, outsider } = stage;
  const { fromBelow, folded, request, response } = wire;
  const isPassed = Boolean(outsider?.forced || outsider?.things.some(({ taken }) => taken));
  const shared = { credential, strategy, step };
  return (
    <div
      className={`${styles.wire} ${turns.wire}`}
      data-from-below={fromBelow || undefined}
      data-folded={folded || undefined}
      // A line of the outsider's to the client goes past it.
      data-passed={isPassed || undefined}
      // There is room to say that a message goes to the second server.
      data-second={second ? true : undefined}
    >
      <Track direction="request" track={request} {...shared} />
      <Track direction="response" track={response} {...shared} />
    </div>
  );
}
