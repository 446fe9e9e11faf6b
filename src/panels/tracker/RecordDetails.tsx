import type { StoreValue } from '../../lesson/telling.ts';
import styles from './ValueDetails.module.css';

/** The store's records as express-session keeps them, with their cookie metadata. */
export function RecordDetails({ store: { records, more } }: { store: StoreValue }) {
  if (records.length === 0) return <p>The store is empty at this step.</p>;
  return (
    <>
      {records.map(({ sid, json }) => (
        <div key={sid}>
          <p>
            Session ID <code>{sid}</code>: 24 random bytes as base64url.
          </p>
          <pre className={styles.raw}>{json}</pre>
        </div>
      ))}
      {more > 0 ? <p>The store holds {more} more.</p> : null}
    </>
  );
}
