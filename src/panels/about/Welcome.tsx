import { ABOUT_TEXTS } from '../../lesson/texts/panels/about.ts';
import styles from './Welcome.module.css';

/** What the walk is about: the first two sentences that anybody reads. */
export function Welcome() {
  return (
    <div className={styles.gist}>
      <p data-lane="session">{ABOUT_TEXTS.session}</p>
      <p data-lane="token">{ABOUT_TEXTS.token}</p>
    </div>
  );
}
