import { toSourceAddress } from '../../../lesson/texts/terms/sources.ts';
import styles from '../Inspect.module.css';

/** The document that says so. */
export function Source({ name }: { name: string }) {
  const address = toSourceAddress(name);
  if (address === null) return <span className={styles.source}>{name}</span>;
  return (
    <a className={styles.source} href={address} target="_blank" rel="noreferrer">
      {name}
    </a>
  );
}
