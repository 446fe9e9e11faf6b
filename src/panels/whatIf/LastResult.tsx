import { WHAT_IF_TEXTS } from '../../lesson/texts/panels/whatIf.ts';
import { useStep } from '../../player/position/useStep.ts';
import styles from './LastResult.module.css';

const show = () =>
  document.querySelector('[role="group"][data-lane]')?.closest('section')?.scrollIntoView?.();

/**
 * What the step on show came to, where the panel may hide the stage; no status, as the announcer
 * says the step already.
 */
export function LastResult() {
  const { step, session, token } = useStep();
  return (
    <div className={styles.result}>
      <p>{WHAT_IF_TEXTS.sayOutcome(step, session.badge.word, token.badge.word)}</p>
      <button type="button" aria-label={WHAT_IF_TEXTS.showOnStage} onClick={show}>
        {WHAT_IF_TEXTS.show}
      </button>
    </div>
  );
}
