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

type Tone = 'allowed' | 'denied' | undefined;

/** What the outsider has: copies, so each is drawn as one; what it sends is drawn solid. */
function Loot({
  outsider: { loot, carried, place },
  strategy,
}: {
  outsider: Outsider;
  strategy: Strategy;
}) {
  const all = carried !== null && !loot.includes(carried) ? [carried, ...loot] : loot;
  if (place !== null) return <code className={styles.fact}>{place}</code>;
  if (all.length === 0) return <span className={styles.none}>has stolen nothing</span>;
  return (
    <>
      {all.slice(0, 2).map((label) => (
        <span
          key={label}
          className={credential.credential}
          data-lane={strategy}
          data-kept={label === carried ? undefined : true}
        >
          {label}
        </span>
      ))}
      {all.length > 2 ? <span className={styles.none}>+{all.length - 2}</span> : null}
    </>
  );
}

interface PathProps {
  outsider: Outsider;
  /** The request that the step answers, sent in a step before it. */
  answered: Message | null;
}

/** What a page of another site has the user's browser send, and what comes of it. */
function Forced({ request, tone }: { request: Message | null; tone: Tone }) {
  if (!request) return null;
  return (
    <>
      <span className={styles.message}>makes the browser send</span>
      <span className={styles.message} data-tone={tone}>
        <code>{toWireLabel(request)}</code>
        {tone ? <Icon name={tone === 'allowed' ? 'check' : 'cross'} size={13} /> : null}
      </span>
    </>
  );
}

/** The outsider's own way to a server: what it sends, and what it gets. */
function Path({ outsider, answered }: PathProps) {
  const { response, place } = outsider;
  const request = outsider.request ?? (response && answered);
  const tone = response ? ((response.status ?? 0) < 400 ? 'allowed' : 'denied') : undefined;
  if (place !== null)
    return (
      <div className={styles.path} data-acts={request !== null}>
        <Forced request={request} tone={tone} />
      </div>
    );
  const server = (request?.to ?? response?.from) === 'server2' ? 'second server' : 'server';
  return (
    <div className={styles.path} data-acts={request !== null || response !== null}>
      {request ? (
        <span className={styles.message} data-past={outsider.request ? undefined : true}>
          <code>{toWireLabel(request)}</code>
          <Icon name="arrow" size={13} />
          <span>{server}</span>
        </span>
      ) : null}
      {response ? (
        <span className={styles.message} data-tone={tone}>
          <Icon name={tone === 'allowed' ? 'check' : 'cross'} size={13} />
          <strong>{toWireLabel(response)}</strong>
        </span>
      ) : null}
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
      <Path outsider={outsider} answered={answered} />
    </div>
  );
}

function SecondServerBox({ frame, strategy }: { frame: Frame; strategy: Strategy }) {
  const second = toSecondServer(frame[strategy]);
  if (!second) return null;
  const { tone } = toScene(frame, strategy).verdict;
  const store = strategy === 'session' ? second.store : 'keeps nothing';
  return (
    <div className={styles.box} data-tone={second.active ? tone : undefined}>
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
