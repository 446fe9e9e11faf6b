import type { StoreValue } from '../../lesson/telling.ts';
import { VALUE_TEXTS } from '../../lesson/texts/panels/walk/values.ts';
import { Rich } from '../../ui/text/Rich.tsx';
import styles from './ValueDetails.module.css';

/** The store's records as express-session keeps them, with their cookie metadata. */
export function RecordDetails({ store }: { store: StoreValue | null }) {
  const { records, more, isMissing } = store ?? { records: [], more: 0 };
  if (isMissing) return <p>{VALUE_TEXTS.noStore}</p>;
  if (records.length === 0) return <p>{VALUE_TEXTS.noRecord}</p>;
  return (
    <>
      {records.map(({ sid, json }) => (
        <div key={sid}>
          <p>
            <Rich parts={VALUE_TEXTS.sayRecord(sid)} />
          </p>
          <pre className={styles.raw}>{json}</pre>
        </div>
      ))}
      {more > 0 ? <p>{VALUE_TEXTS.sayMore(more)}</p> : null}
    </>
  );
}
