import { amend } from '../../lesson/book.ts';
import { toRecords, toStoreCalls } from '../../lesson/facts.ts';
import { formatLiteral, shorten } from '../../lesson/format.ts';
import type { Scene } from '../../lesson/scene.ts';
import { formatLeft } from '../../lesson/timeLeft.ts';
import { isWholeWalk } from '../../lesson/walkRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { StepKind } from '../../sim/action.ts';
import type { SessionRecord } from '../../sim/state.ts';
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
function toSecretUse(
  strategy: Strategy,
  kind: StepKind,
  scene: Scene,
  failure: string | null,
): string | null {
  // The cookie is signed as it is written into the response, the token when it is made.
  const signs = strategy === 'session' ? kind === 'login.respond' : kind === 'login.create';
  if (scene.serverId !== 'server' || !(scene.credential || scene.attacked)) return null;
  if (signs) return 'signs';
  // Without a credential there is nothing to check, and Node.js answers 431 before anybody could.
  if (failure === 'headersTooLarge' || !(scene.attacked || scene.credential?.place === 'server'))
    return null;
  return /^(?!login|refresh).*verify/.test(kind) && scene.verdict.tone !== 'rest' ? 'checks' : null;
}

/** What a record holds, in the room that there is. */
function toRecordText({ cookie: _, ...kept }: SessionRecord, alone: boolean): string {
  if (!alone) return kept.userId ?? 'nobody';
  return kept.data ? `{ userId: '${kept.userId}', … }` : formatLiteral(kept);
}

function Records({ lane }: { lane: LaneFrame }) {
  const records = toRecords(lane, lane.state.servers.server?.store);
  const alone = records.length === 1;
  const newest = records.at(-1);
  const apart = usePlayer(({ trace }) => !isWholeWalk(trace));
  return (
    <div
      className={styles.well}
      data-empty={records.length === 0}
      data-timed={(newest && apart) || undefined}
    >
      {records.length === 0 ? 'no records' : null}
      {records.slice(0, 2).map(([sid, record]) => (
        <code key={sid}>
          {shorten(sid)}
          {alone ? ' → ' : ': '}
          {toRecordText(record, alone)}{' '}
          {alone && !apart ? formatLeft(readRecordEnd(record), lane.state.clock) : null}
        </code>
      ))}
      {apart && newest ? (
        <span className={styles.place}>
          {records.length > 2 ? `and ${records.length - 2} more, ` : null}
          {alone ? null : 'newest: '}
          {formatLeft(readRecordEnd(newest[1]), lane.state.clock)}
        </span>
      ) : null}
    </div>
  );
}

const readRecordEnd = ({ cookie: { expires } }: SessionRecord) =>
  expires === null ? null : Date.parse(expires) / 1000;

/** What a token's server keeps: nothing, unless a design brings state back. */
function TokenState({ lane }: { lane: LaneFrame }) {
  const kept = amend()?.serverState(lane) ?? [];
  return (
    <div className={styles.well} data-empty={kept.length === 0}>
      {kept.length === 0
        ? 'keeps nothing about anybody'
        : kept.map((text) => <code key={text}>{text}</code>)}
    </div>
  );
}

/** Names what the server keeps, the same in each step of a run. */
function toStoreName(strategy: Strategy, { state }: LaneFrame): string {
  if (strategy === 'session') return 'sessionStore';
  const { denyList, refreshTokens } = state.servers.server ?? {};
  return (
    [denyList && 'deny-list', refreshTokens && 'refresh store'].filter(Boolean).join(', ') ||
    'No store'
  );
}

/** The server's side: its session store and the calls to it, or no store at all; and its secret. */
export function ServerBox({ strategy, lane, scene, kind }: BoxProps) {
  const { credential } = scene;
  const here = credential?.place === 'server' ? credential : null;
  const use = toSecretUse(strategy, kind, scene, lane.outcome.failure);
  const calls = scene.serverId === 'server' ? toStoreCalls(lane) : [];
  const { secrets = [], clockOffset = 0 } = lane.state.servers.server ?? {};
  const isHere = scene.serverId === 'server';
  return (
    <div
      className={styles.box}
      data-tone={isHere ? scene.verdict.tone : undefined}
      data-resting={isHere ? undefined : true}
    >
      <div className={styles.head}>
        <h4 className={styles.title}>Server</h4>
        <span className={styles.place}>{toStoreName(strategy, lane)}</span>
      </div>
      {strategy === 'session' ? <Records lane={lane} /> : <TokenState lane={lane} />}
      <span className={styles.note}>
        <CredentialSlot strategy={strategy} place="server" />
        {here ? null : <code>{calls.map(({ method }) => `${method}()`).join(' ')}</code>}
      </span>
      <span className={styles.secret} data-used={use !== null}>
        <Icon name="key" size={13} />
        {use ? `Secret ${use}` : 'Secret'}
        {secrets.length > 1 ? `, ${secrets.length} in use` : null}
        {clockOffset === 0 ? null : `, clock ${clockOffset} s ahead`}
      </span>
    </div>
  );
}
