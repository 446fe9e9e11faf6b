import { readExpiry } from '../../lesson/decodeToken.ts';
import { findCookie, findToken, readSid } from '../../lesson/facts.ts';
import { formatTime } from '../../lesson/format.ts';
import type { Scene } from '../../lesson/scene.ts';
import { toCredentialLabel } from '../../lesson/scene.ts';
import { formatLeft } from '../../lesson/timeLeft.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { LaneFrame } from '../../sim/trace.ts';
import styles from './Box.module.css';
import { KeptCopy } from './Credential.tsx';
import { CredentialSlot } from './CredentialSlot.tsx';

interface BoxProps {
  strategy: Strategy;
  lane: LaneFrame;
  scene: Scene;
}

/** Says where and until when the client keeps its credential; `null` when it keeps none. */
function toKept(strategy: Strategy, lane: LaneFrame) {
  const { clock } = lane.state;
  if (strategy === 'session') {
    const cookie = findCookie(lane);
    if (!cookie) return null;
    const end =
      cookie.expires === null
        ? 'until the browser closes'
        : `until ${formatTime(cookie.expires)}, ${formatLeft(cookie.expires, clock)}`;
    return { value: readSid(cookie.value), where: cookie.name, note: end };
  }
  const token = findToken(lane);
  if (!token) return null;
  const left = formatLeft(readExpiry(token.value), clock);
  const note = `${token.value.length} chars, ${left}`;
  return { value: token.value, where: token.place, note };
}

/** The client's side: its cookie jar, or the storage that its code uses. */
export function ClientBox({ strategy, lane, scene }: BoxProps) {
  const { credential } = scene;
  const kept = toKept(strategy, lane);
  const here = credential?.place === 'client' ? credential : null;
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <h4 className={styles.title}>Client</h4>
        <span className={styles.place}>
          {strategy === 'session' || kept?.where === 'cookie' ? 'Cookie jar' : 'Storage'}
        </span>
      </div>
      <div className={styles.well} data-tall="true" data-empty={!kept && !here}>
        <span className={styles.spot}>
          <CredentialSlot strategy={strategy} place="client" />
          {kept && !here ? (
            <KeptCopy strategy={strategy} label={toCredentialLabel(kept.value, strategy)} />
          ) : null}
          {kept || here ? null : <span>empty</span>}
        </span>
        {kept ? (
          <span className={styles.place}>
            {kept.where}, {kept.note}
          </span>
        ) : null}
        {here?.gone ? <span className={styles.place}>thrown away</span> : null}
      </div>
    </div>
  );
}
