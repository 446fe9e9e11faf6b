import { amend } from '../../lesson/book.ts';
import { toStartLine } from '../../lesson/wireText.ts';
import type { Message } from '../../sim/message.ts';
import styles from './HttpMessages.module.css';

const RESULTS: Readonly<Record<string, string>> = {
  get: 'finds',
  set: 'writes',
  touch: 'moves the expiry of',
  destroy: 'removes the record, if there is one',
};

/** A call to the session store: shown as what it is, no HTTP. */
export function StoreCall({ message }: { message: Message }) {
  const { method, body } = message;
  const result = method === 'get' && body === null ? 'finds nothing' : RESULTS[method];
  return (
    <div className={styles.call}>
      <p className={styles.kind}>
        <span>Store call, not HTTP</span>
        <span className={styles.route}>{amend()?.route(message)}</span>
      </p>
      <pre>
        {toStartLine(message)}
        {'\n'}
        <span className={styles.comment}>{`// ${result}`}</span>
        {body === null ? null : `\n${body}`}
      </pre>
    </div>
  );
}
