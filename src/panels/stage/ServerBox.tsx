import { toRecords, toStoreCalls } from '../../lesson/facts.ts';
import { formatLiteral, formatTime, shorten } from '../../lesson/format.ts';
import type { Scene } from '../../lesson/scene.ts';
import type { StepKind } from '../../sim/action.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { LaneFrame } from '../../sim/trace.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Box.module.css';
import { CredentialSlot } from './CredentialSlot.tsx';

interface BoxProps {
  strategy: Strategy;
  lane: LaneFrame;
  scene: Scene;
  kind: StepKind;
}

/** Says what the secret does in this step; it is used only where something is signed or checked. */
function toSecretUse(strategy: Strategy, kind: StepKind, scene: Scene): string | null {
  // The cookie is signed as it is written into the response, the token when it is made.
  const signs = strategy === 'session' ? kind === 'login.respond' : kind === 'login.create';
  if (!scene.credential) return null;
  if (signs) return 'signs';
  return kind === 'request.verify' ? 'checks' : null;
}

function Records({ lane }: { lane: LaneFrame }) {
  const records = toRecords(lane);
  return (
    <div className={styles.well} data-empty={records.length === 0}>
      {records.length === 0 ? 'no records' : null}
      {records.slice(0, 2).map(([sid, { cookie, ...data }]) => (
        <code key={sid}>
          {shorten(sid)} → {formatLiteral(data)}
          {cookie.expires ? ` until ${formatTime(Date.parse(cookie.expires) / 1000)}` : null}
        </code>
      ))}
      {records.length > 2 ? `and ${records.length - 2} more` : null}
    </div>
  );
}

/** The server's side: its session store and the calls to it, or no store at all; and its secret. */
export function ServerBox({ strategy, lane, scene, kind }: BoxProps) {
  const { credential } = scene;
  const here = credential?.place === 'server' ? credential : null;
  const use = toSecretUse(strategy, kind, scene);
  const calls = toStoreCalls(lane);
  const { tone } = scene.verdict;
  return (
    <div className={styles.box} data-tone={tone}>
      <div className={styles.head}>
        <h4 className={styles.title}>Server</h4>
        <span className={styles.place}>{strategy === 'session' ? 'sessionStore' : 'No store'}</span>
      </div>
      {strategy === 'session' ? (
        <Records lane={lane} />
      ) : (
        <div className={styles.well} data-empty="true">
          keeps nothing about anybody
        </div>
      )}
      <span className={styles.note}>
        <CredentialSlot strategy={strategy} place="server" />
        {here ? null : <code>{calls.map(({ method }) => `${method}()`).join(' ')}</code>}
      </span>
      <span className={styles.secret} data-used={use !== null}>
        <Icon name="key" size={13} />
        {use ? `Secret ${use}` : 'Secret'}
      </span>
    </div>
  );
}
