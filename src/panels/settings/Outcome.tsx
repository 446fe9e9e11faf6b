import { SETTINGS_TEXTS } from '../../lesson/texts/panels/settings.ts';
import { useStep } from '../../player/position/useStep.ts';
import styles from './Outcome.module.css';

/** What the step on show comes to under these settings, where the stage is not beside the form. */
export function Outcome() {
  const { step, session, token } = useStep();
  return (
    <p className={styles.outcome}>
      {SETTINGS_TEXTS.sayOutcome(step, session.badge.word, token.badge.word)}
    </p>
  );
}
