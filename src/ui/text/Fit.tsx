import type { ReactNode } from 'react';
import styles from './Fit.module.css';

/** Words that are drawn and not heard, where the same is said beside them. */
export function Written({ text }: { text: string }) {
  return <span className={styles.written} data-text={text} />;
}

interface FitProps {
  /** The longest first; the last one, which may be nothing, is for where none fits. */
  forms: readonly ReactNode[];
  isShorter?: true;
}

/** Shows the longest form of a text that fits whole into one line; the first one is heard. */
export function Fit({ forms, isShorter }: FitProps) {
  const [form, ...shorter] = forms;
  return (
    <span className={styles.fit} aria-hidden={isShorter}>
      {shorter.length > 0 ? <Fit forms={shorter} isShorter /> : null}
      <span className={styles.form}>{form}</span>
    </span>
  );
}
