import type { Outsider } from '../../lesson/beyond/around.ts';
import {
  findAnswered,
  toAround,
  toOutsider,
  toSecondServer,
  toUserRow,
} from '../../lesson/beyond/around.ts';
import { toScene } from '../../lesson/scene.ts';
import { toWireLabel } from '../../lesson/wireText.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Message } from '../../sim/message.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { Frame } from '../../sim/trace.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Around.module.css';
import credential from './Credential.module.css';

interface ThingProps {
  label: string;
  outsider: Outsider;
  strategy: Strategy;
}

/** One thing that was stolen: crossed out where the server refuses it now, else with its time left. */
function Thing({ label, outsider: { carried, worth }, strategy }: ThingProps) {
  const told = worth?.label === label ? worth : null;
  return (
    <>
      <span
        className={credential.credential}
        data-lane={strategy}
        data-kept={label === carried ? undefined : true}
        data-gone={told?.refused}
      >
        {told?.refused ? <del>{label}</del> : label}
      </span>
      {told ? (
        <span className={styles.none}>{told.refused ? 'refused now' : told.left}</span>
      ) : null}
    </>
  );
}

/** What the outsider has: copies, so each is drawn as one; what it sends is drawn solid. */
function Loot({ outsider, strategy }: { outsider: Outsider; strategy: Strategy }) {
  const { loot, carried, place } = outsider;
  const all = carried !== null && !loot.includes(carried) ? [carried, ...loot] : loot;
  if (place !== null) return <code className={styles.fact}>{place}</code>;
  if (all.length === 0) return <span className={styles.none}>has stolen nothing</span>;
  return (
    <>
      {all.slice(0, 2).map((label) => (
        <Thing key={label} label={label} outsider={outsider} strategy={strategy} />
      ))}
      {all.length > 2 ? <span className={styles.none}>+{all.length - 2}</span> : null}
    </>
  );
}

/** What a page of another site has the user's browser send, and what comes of it. */
function Forced({ outsider, answered }: { outsider: Outsider; answered: Message | null }) {
  const { response } = outsider;
  const request = outsider.request ?? (response && answered);
  const tone = response ? ((response.status ?? 0) < 400 ? 'allowed' : 'denied') : undefined;
  if (!request) return null;
  return (
    <div className={styles.path}>
      <span className={styles.message}>makes the browser send</span>
      <span className={styles.message} data-tone={tone}>
        <code>{toWireLabel(request)}</code>
        {tone ? <Icon name={tone === 'allowed' ? 'check' : 'cross'} size={13} /> : null}
      </span>
    </div>
  );
}

function OutsiderBox({ frame, strategy }: { frame: Frame; strategy: Strategy }) {
  const outsider = toOutsider(frame, strategy);
  const answered = usePlayer(({ trace }) => findAnswered(trace, frame, strategy));
  return (
    <div className={styles.outsider} data-acts={outsider.acts}>
      <div className={styles.who}>
        <div className={styles.head}>
          <h4>{outsider.name}</h4>
          <span key={frame.step}>{outsider.note}</span>
        </div>
        <div className={styles.loot}>
          <Loot outsider={outsider} strategy={strategy} />
        </div>
      </div>
      {outsider.place === null ? null : <Forced outsider={outsider} answered={answered} />}
    </div>
  );
}

function SecondServerBox({ frame, strategy }: { frame: Frame; strategy: Strategy }) {
  const second = toSecondServer(frame[strategy]);
  if (!second) return null;
  const { tone } = toScene(frame, strategy).verdict;
  const store = strategy === 'session' ? second.store : 'keeps nothing';
  return (
    <div className={styles.box} data-second data-tone={second.active ? tone : undefined}>
      <div className={styles.head}>
        <h4>Second server</h4>
      </div>
      <span className={styles.fact}>{store}</span>
      <span className={styles.fact}>{second.clock ?? second.secrets}</span>
    </div>
  );
}

function UserBox({ frame, strategy }: { frame: Frame; strategy: Strategy }) {
  const row = usePlayer(({ trace }) => toUserRow(trace, frame[strategy]));
  const { kind } = frame;
  return (
    <div className={styles.box} data-acts={kind === 'ban.mark' || kind === 'demote.mark'}>
      <div className={styles.head}>
        <h4>Users’ database</h4>
      </div>
      <code className={styles.fact}>{row}</code>
    </div>
  );
}

/** What stands around client, wire and server in this run: the attacker, a second server, the database. */
function Around({ strategy }: { strategy: Strategy }) {
  const frame = usePlayer((player) => player.trace.frames[player.cursor]);
  const parts = usePlayer(({ trace }) => toAround(trace)).split(' ');
  if (!frame) return null;
  return (
    <div className={styles.around} data-count={parts.length}>
      {parts.includes('outsider') ? <OutsiderBox frame={frame} strategy={strategy} /> : null}
      {parts.includes('second') ? <SecondServerBox frame={frame} strategy={strategy} /> : null}
      {parts.includes('users') ? <UserBox frame={frame} strategy={strategy} /> : null}
    </div>
  );
}

export const SessionAround = () => <Around strategy="session" />;
export const TokenAround = () => <Around strategy="token" />;
