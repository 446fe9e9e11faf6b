import { toSourceAddress } from '../../lesson/texts/terms/sources.ts';
import styles from './Words.module.css';

/** The document that says what a word means. */
export function SourceLink({ name }: { name: string }) {
  return (
    <a
      className={styles.source}
      href={toSourceAddress(name) ?? undefined}
      target="_blank"
      rel="noreferrer"
    >
      {name}
    </a>
  );
}
