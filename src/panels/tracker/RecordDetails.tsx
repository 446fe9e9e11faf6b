import type { SessionRecord } from '../../sim/state.ts';
import styles from './ValueDetails.module.css';

interface RecordDetailsProps {
  records: readonly (readonly [sid: string, record: SessionRecord])[];
}

/** Records of a full store that are shown. */
const MAX_RECORDS = 20;

/** The store's records as express-session keeps them, with their cookie metadata. */
export function RecordDetails({ records }: RecordDetailsProps) {
  if (records.length === 0) return <p>The store is empty at this step.</p>;
  const more = records.length - MAX_RECORDS;
  return (
    <>
      {records.slice(0, MAX_RECORDS).map(([sid, record]) => (
        <div key={sid}>
          <p>
            Session ID <code>{sid}</code>: 24 random bytes as base64url.
          </p>
          <pre className={styles.raw}>{JSON.stringify(record, null, 2)}</pre>
        </div>
      ))}
      {more > 0 ? <p>The store holds {more} more.</p> : null}
    </>
  );
}
