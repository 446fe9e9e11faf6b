import lines, { type ForeignRequest, type SameSiteLine } from 'virtual:same-site';
import { useState } from 'react';
import { SAME_SITE_TEXTS } from '../../lesson/texts/panels/reference/sameSite.ts';
import { ScrollBox } from '../../ui/boxes/ScrollBox.tsx';
import { Icon } from '../../ui/controls/Icon.tsx';
import { openWalk } from './openWalk.ts';
import styles from './SameSite.module.css';

const REQUESTS = Object.keys(SAME_SITE_TEXTS.requests) as readonly ForeignRequest[];

interface CellProps {
  line: SameSiteLine;
  request: ForeignRequest;
}

/** Whether the cookie is sent; it leads to the step that shows it, where there is one. */
function Cell({ line, request }: CellProps) {
  const { sent, step } = line.cells[request];
  const text = (
    <>
      <Icon name={sent ? 'arrow' : 'rest'} size={14} />
      {sent ? SAME_SITE_TEXTS.sent : SAME_SITE_TEXTS.left}
    </>
  );
  if (step === null) return <span className={styles.answer}>{text}</span>;
  return (
    <button
      type="button"
      className={styles.answer}
      aria-label={SAME_SITE_TEXTS.sayShow(sent, request, line.row)}
      onClick={() => void openWalk(line.id, step)}
    >
      {text}
    </button>
  );
}

/** Sums up what SameSite does, by what another site sends; folded, as it answers questions. */
export function SameSite() {
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.part} data-folded={!open || undefined}>
      <h3>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {SAME_SITE_TEXTS.title}
        </button>
      </h3>
      <div className={styles.box}>
        <p className={styles.gist}>{SAME_SITE_TEXTS.gist}</p>
        <ScrollBox label={SAME_SITE_TEXTS.title} className={styles.scroll}>
          <table aria-label={SAME_SITE_TEXTS.title}>
            <thead>
              <tr>
                <th scope="col">{SAME_SITE_TEXTS.attribute}</th>
                {REQUESTS.map((request) => (
                  <th key={request} scope="col">
                    {SAME_SITE_TEXTS.requests[request]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.row}>
                  <th scope="row">{SAME_SITE_TEXTS.rows[line.row]}</th>
                  {REQUESTS.map((request) => (
                    <td key={request} data-sent={line.cells[request].sent}>
                      <Cell line={line} request={request} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </div>
    </section>
  );
}
