import { ABOUT_TEXTS } from '../../lesson/texts/panels/about.ts';
import styles from './Welcome.module.css';

/** What the walk is about: the first two sentences that anybody reads. */
export function Welcome() {
  return (
    <p className={styles.gist}>
      <span data-lane="session">{ABOUT_TEXTS.session}</span>{' '}
      <span data-lane="token">{ABOUT_TEXTS.token}</span>
    </p>
  );
}
