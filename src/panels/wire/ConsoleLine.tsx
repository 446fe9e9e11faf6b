import { WIRE_TEXTS } from '../../lesson/texts/panels/walk/wire.ts';
import styles from './HttpMessages.module.css';

/** What the browser's console says: no message of the wire, and nothing that the page's code can read. */
export function ConsoleLine({ text }: { text: string }) {
  return (
    <div className={styles.call}>
      <p className={styles.kind}>
        <span>{WIRE_TEXTS.console}</span>
      </p>
      <pre className={styles.console}>{text}</pre>
    </div>
  );
}
