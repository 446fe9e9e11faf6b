import { WELCOME_TEXTS } from '../../lesson/texts/panels/walk/welcome.ts';
import { Rich } from '../../ui/text/Rich.tsx';
import styles from './Welcome.module.css';

/** What the walk is about: the first two sentences that anybody reads. */
export function Welcome() {
  return (
    <div className={styles.gist}>
      <p data-lane="session">
        <Rich parts={WELCOME_TEXTS.session} tabIndex={-1} />
      </p>
      <p data-lane="token">
        <Rich parts={WELCOME_TEXTS.token} tabIndex={-1} />
      </p>
    </div>
  );
}
