import { Fragment } from 'react';
import { toLook } from '../../lesson/page/look.ts';
import type {
  BrowserTelling,
  LaneTelling,
  OutsiderTelling,
  SecondServerTelling,
  ThingTelling,
  UsersTelling,
} from '../../lesson/telling.ts';
import { AROUND_TEXTS } from '../../lesson/texts/panels/walk/around.ts';
import { useStagedStep } from '../../player/position/useSeen.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Icon } from '../../ui/controls/Icon.tsx';
import styles from './Around.module.css';
import { Chip } from './Credential.tsx';

interface ThingProps {
  thing: ThingTelling;
  strategy: Strategy;
}

/** One thing that was stolen: crossed out where the server refuses it now, else with its time left. */
function Thing({ thing: { label, taken, refused, worth }, strategy }: ThingProps) {
  return (
    <>
      <Chip
        {...{ strategy, label }}
        kept={!refused}
        gone={refused}
        travels={taken ? `${strategy}-copy` : undefined}
        from={taken ? strategy : undefined}
      />
      {worth === null ? null : (
        <span className={styles.none} data-worth>
          {worth}
        </span>
      )}
    </>
  );
}

interface OutsiderProps {
  outsider: OutsiderTelling;
  strategy: Strategy;
}

/** What the outsider has: copies, so each is drawn as one; what it sends is drawn solid. */
function Things({ outsider: { place, things, more }, strategy }: OutsiderProps) {
  if (place !== null)
    return (
      <code className={styles.fact} title={place}>
        {place}
      </code>
    );
  if (things.length === 0) return <span className={styles.none}>{AROUND_TEXTS.nothingStolen}</span>;
  return (
    <>
      {things.map((thing) => (
        <Thing key={thing.label} thing={thing} strategy={strategy} />
      ))}
      {more > 0 ? <span className={styles.none}>+{more}</span> : null}
    </>
  );
}

/** What a page of another site has the user's browser send, and what comes of it. */
function Forced({ label, tone }: NonNullable<OutsiderTelling['forced']>) {
  return (
    <div className={styles.path}>
      <span className={styles.message}>{AROUND_TEXTS.forces}</span>
      <span className={styles.message} data-tone={tone ?? undefined}>
        <code>{label}</code>
        {tone ? (
          <span className={styles.verdict}>
            <Icon name={toLook(tone).icon} size={13} />
            {toLook(tone).word}
          </span>
        ) : null}
      </span>
    </div>
  );
}

function OutsiderBox({ outsider, strategy, step }: OutsiderProps & { step: number }) {
  const { acts, name, note, forced, things } = outsider;
  const takes = things.some(({ taken }) => taken);
  return (
    <div className={styles.outsider} data-acts={acts} data-takes={takes || undefined}>
      <div className={styles.who}>
        <div className={styles.head}>
          <h4>{name}</h4>
          <span key={step} title={note}>
            {note}
          </span>
        </div>
        <div className={styles.things}>
          <Things outsider={outsider} strategy={strategy} />
        </div>
      </div>
      {forced ? <Forced {...forced} /> : null}
    </div>
  );
}

/** A further browser of the user: what it keeps is a copy at rest, as the client's own is. */
function BrowserBox({ browser, strategy }: { browser: BrowserTelling; strategy: Strategy }) {
  const { name, note, acts, kept } = browser;
  return (
    <div className={styles.box} data-acts={acts}>
      <div className={styles.head}>
        <h4>{name}</h4>
        <span title={note}>{note}</span>
      </div>
      <div className={styles.things}>
        {kept.length === 0 ? <span className={styles.none}>{AROUND_TEXTS.empty}</span> : null}
        {kept.map(({ label, note, refused }) => (
          <Fragment key={label + note}>
            <Chip {...{ strategy, label }} kept={!refused} gone={refused} />
            <span className={styles.none}>{note}</span>
          </Fragment>
        ))}
      </div>
    </div>
  );
}

interface SecondServerProps {
  second: SecondServerTelling;
  tone: LaneTelling['badge']['tone'];
}

function SecondServerBox({ second, tone }: SecondServerProps) {
  return (
    <div className={styles.box} data-second data-tone={second.active ? tone : undefined}>
      <div className={styles.head}>
        <h4>{second.name}</h4>
      </div>
      {second.facts.map((fact) => (
        <span key={fact} className={styles.fact}>
          {fact}
        </span>
      ))}
    </div>
  );
}

function UsersBox({ users: { row, acts } }: { users: UsersTelling }) {
  return (
    <div className={styles.box} data-acts={acts}>
      <div className={styles.head}>
        <h4>{AROUND_TEXTS.users}</h4>
      </div>
      <code className={styles.fact} title={row}>
        {row}
      </code>
    </div>
  );
}

/** What stands around client, wire and server in this run: the attacker, further browsers, a second server, the database. */
function Around({ strategy }: { strategy: Strategy }) {
  const told = useStagedStep();
  const { stage, badge } = told[strategy];
  const { outsider, browsers, second, users } = stage;
  const count = [outsider, ...browsers, second, users].filter(Boolean).length;
  return (
    <div className={styles.around} data-count={count}>
      {outsider ? <OutsiderBox outsider={outsider} strategy={strategy} step={told.step} /> : null}
      {browsers.map((browser) => (
        <BrowserBox key={browser.id} browser={browser} strategy={strategy} />
      ))}
      {second ? <SecondServerBox second={second} tone={badge.tone} /> : null}
      {users ? <UsersBox users={users} /> : null}
    </div>
  );
}

export const SessionAround = () => <Around strategy="session" />;
export const TokenAround = () => <Around strategy="token" />;
