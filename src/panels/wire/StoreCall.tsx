import type { StoreCallTelling } from '../../lesson/telling.ts';
import { WIRE_TEXTS } from '../../lesson/texts/panels/walk/wire.ts';
import styles from './HttpMessages.module.css';

/** A call to the session store: shown as what it is, no HTTP. */
export function StoreCall({ message }: { message: StoreCallTelling }) {
  const { call, result, body, route } = message;
  return (
    <div className={styles.call}>
      <p className={styles.kind}>
        <span>{WIRE_TEXTS.storeCall}</span>
        <span className={styles.route}>{route}</span>
      </p>
      <pre>
        {call}
        {'\n'}
        <span className={styles.comment}>{`// ${result}`}</span>
        {body === null ? null : `\n${body}`}
      </pre>
    </div>
  );
}
