import type { LineVerdict } from '../../../lesson/inspect/cookie/judgeLine.ts';
import { REQUESTS, type SentBy, type SentCell } from '../../../lesson/inspect/cookie/sentTable.ts';
import { COOKIE_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/cookie.ts';
import { ScrollBox } from '../../../ui/boxes/ScrollBox.tsx';
import { Icon } from '../../../ui/controls/Icon.tsx';
import styles from '../Inspect.module.css';
import { Source } from '../parts/Source.tsx';
import tableStyles from './CookieTable.module.css';

/** Whether it is sent, for each age where that matters, and by which rule. */
function Cell({ cell: { age, sent, rule } }: { cell: SentCell }) {
  const [text, source] = TEXTS.rules[rule];
  return (
    <div className={tableStyles.cell} data-sent={sent}>
      <strong>
        <Icon name={sent ? 'arrow' : 'rest'} size={14} /> {sent ? TEXTS.sent : TEXTS.left}
        {age ? `, ${TEXTS.ages[age]}` : null}
      </strong>
      <span>{text}</span>
      <Source name={source} />
    </div>
  );
}

interface SentTableProps {
  verdict: Extract<LineVerdict, { outcome: 'kept' }>;
  url: string;
}

/** Who sends a cookie when: by whose page asks, and how. */
export function SentTable({ verdict: { cookie, sent }, url }: SentTableProps) {
  const target = new URL(cookie.path, new URL(url).origin).href;
  return (
    <>
      <h4>{TEXTS.sentTitle}</h4>
      <p className={styles.note}>{TEXTS.sayTarget(target)}</p>
      <ScrollBox label={TEXTS.sentTitle} className={tableStyles.scroll}>
        <table aria-label={TEXTS.sentTitle} className={tableStyles.table}>
          <thead>
            <tr>
              <th scope="col">{TEXTS.starter}</th>
              {(Object.keys(REQUESTS) as SentBy[]).map((by) => (
                <th key={by} scope="col">
                  {TEXTS.requests[by]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sent.map(({ starter, origin, cells }) => (
              <tr key={starter}>
                <th scope="row">
                  {TEXTS.starters[starter]}
                  <code>{origin}</code>
                </th>
                {(Object.keys(REQUESTS) as SentBy[]).map((by) => (
                  <td key={by}>
                    {cells
                      .filter((cell) => cell.by === by)
                      .map((cell) => (
                        <Cell key={cell.age} cell={cell} />
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
