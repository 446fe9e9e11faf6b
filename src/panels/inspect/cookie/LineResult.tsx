import { judgeLine, type LineVerdict } from '../../../lesson/inspect/cookie/judgeLine.ts';
import type { LineSource } from '../../../lesson/inspect/cookie/source.ts';
import { COOKIE_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/cookie.ts';
import { sayRefusal } from '../../../lesson/texts/inspect/refusals.ts';
import { sayRemark } from '../../../lesson/texts/inspect/remarks.ts';
import { Icon } from '../../../ui/controls/Icon.tsx';
import styles from '../Inspect.module.css';
import { FindingList } from '../parts/FindingList.tsx';
import { Source } from '../parts/Source.tsx';
import { SentTable } from './SentTable.tsx';
import { Situations } from './Situations.tsx';

type Kept = Extract<LineVerdict, { outcome: 'kept' }>;

/** Until when a cookie is kept, where it goes, and who may read it. */
function Facts({ verdict: { cookie, lifetime }, now }: { verdict: Kept; now: number }) {
  const { domain, hostOnly, path, secure, httpOnly } = cookie;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{TEXTS.until}</dt>
        <dd>{TEXTS.sayUntil(lifetime, now)}</dd>
      </div>
      <div>
        <dt>{TEXTS.reach}</dt>
        <dd>{TEXTS.sayReach(domain, hostOnly, path, secure)}</dd>
      </div>
      <div>
        <dt>{TEXTS.scripts}</dt>
        <dd>{httpOnly ? TEXTS.unseen : TEXTS.seen}</dd>
      </div>
    </dl>
  );
}

const ICONS = { kept: 'check', deletes: 'rest', refused: 'cross' } as const;
const TONES = { kept: 'allowed', deletes: 'rest', refused: 'denied' } as const;

interface LineResultProps {
  line: string;
  /** Which line it is, where there are several. */
  place: string | null;
  source: LineSource;
  now: number;
}

/** What a browser does with one line: the verdict, its reasons, and what follows from it. */
export function LineResult({ line, place, source, now }: LineResultProps) {
  const verdict = judgeLine(line, source, now);
  const { outcome } = verdict;
  return (
    <article aria-label={place ?? TEXTS.sayOutcome(verdict)} className={styles.part}>
      {place ? <p className={styles.note}>{place}</p> : null}
      <h3 className={styles.outcome} data-tone={TONES[outcome]}>
        <Icon name={ICONS[outcome]} /> {TEXTS.sayOutcome(verdict)}
      </h3>
      {outcome === 'refused' ? (
        <FindingList title={TEXTS.reasons} findings={verdict.refusals.map(sayRefusal)} />
      ) : null}
      {outcome === 'deletes' ? (
        <p>
          {TEXTS.sayDeletes(verdict.cookie.domain, verdict.cookie.path)}{' '}
          <Source name={TEXTS.deletesSource} />
        </p>
      ) : null}
      {outcome === 'kept' ? (
        <>
          <Facts verdict={verdict} now={now} />
          <FindingList title={TEXTS.remarks} findings={verdict.remarks.map(sayRemark)} />
          <SentTable verdict={verdict} url={source.url} />
        </>
      ) : null}
      <Situations line={line} source={source} now={now} />
    </article>
  );
}
