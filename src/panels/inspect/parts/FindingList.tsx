import { COOKIE_INSPECT_TEXTS } from '../../../lesson/texts/inspect/cookie.ts';
import type { Finding } from '../../../lesson/texts/inspect/finding.ts';
import styles from '../Inspect.module.css';
import { Source } from './Source.tsx';

interface FindingListProps {
  title: string;
  /** Names it where two on the page have one title. */
  label?: string;
  findings: readonly Finding[];
}

/** What was found out: each with its reason, what to do, and who says so. */
export function FindingList({ title, label, findings }: FindingListProps) {
  if (findings.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul aria-label={label ?? title} className={styles.findings}>
        {findings.map((finding) => (
          <li key={finding.title}>
            <strong>{finding.title}</strong>
            <p>{finding.why}</p>
            {finding.fix ? (
              <p>
                <em>{COOKIE_INSPECT_TEXTS.fix}</em> {finding.fix}
              </p>
            ) : null}
            <Source name={finding.source} />
          </li>
        ))}
      </ul>
    </>
  );
}
