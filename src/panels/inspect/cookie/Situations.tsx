import { listSituations, type Situation } from '../../../lesson/inspect/cookie/situations.ts';
import type { LineSource } from '../../../lesson/inspect/cookie/source.ts';
import { COOKIE_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/cookie.ts';
import { sayRefusal } from '../../../lesson/texts/inspect/refusals.ts';
import { ScrollBox } from '../../../ui/boxes/ScrollBox.tsx';
import { Icon } from '../../../ui/controls/Icon.tsx';
import styles from '../Inspect.module.css';
import tableStyles from './CookieTable.module.css';

const ICONS = { kept: 'check', deletes: 'rest', refused: 'cross' } as const;
const TONES = { kept: 'allowed', deletes: 'rest', refused: 'denied' } as const;

/** What becomes of the line there, and the first reason where it is not kept. */
function Row({ situation: { id, source, verdict } }: { situation: Situation }) {
  const { outcome } = verdict;
  const reasons = outcome === 'refused' ? verdict.refusals.map(sayRefusal) : [];
  return (
    <tr>
      <th scope="row">
        {TEXTS.situations[id]}
        <code>{source.page}</code>
      </th>
      <td>
        <strong className={styles.outcome} data-tone={TONES[outcome]}>
          <Icon name={ICONS[outcome]} size={14} /> {TEXTS[outcome]}
        </strong>
        {reasons[0]?.title}
      </td>
    </tr>
  );
}

interface SituationsProps {
  line: string;
  source: LineSource;
  now: number;
}

/** The same line in the situations in which people miss a cookie: what stops it there. */
export function Situations(props: SituationsProps) {
  const { line, source, now } = props;
  return (
    <>
      <h4>{TEXTS.situationsTitle}</h4>
      <ScrollBox label={TEXTS.situationsTitle} className={tableStyles.scroll}>
        <table aria-label={TEXTS.situationsTitle} className={tableStyles.table} data-narrow>
          <thead>
            <tr>
              <th scope="col">{TEXTS.situation}</th>
              <th scope="col">{TEXTS.result}</th>
            </tr>
          </thead>
          <tbody>
            {listSituations(line, source, now).map((situation) => (
              <Row key={situation.id} situation={situation} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
