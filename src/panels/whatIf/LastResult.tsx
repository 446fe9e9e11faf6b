import { WHAT_IF_TEXTS } from '../../lesson/texts/panels/whatIf.ts';
import { useStep } from '../../player/position/useStep.ts';
import styles from './LastResult.module.css';
import type { FoldedSheet } from './useFoldedSheet.ts';

const show = () =>
  document.querySelector('[role="group"][data-lane]')?.closest('section')?.scrollIntoView?.();

/**
 * What the step on show came to, where the panel may hide the stage, and what folds it away; no
 * status, as the announcer says the step already.
 */
export function LastResult({ sheet }: { sheet: FoldedSheet }) {
  const { step, session, token } = useStep();
  const { isFolded, fold, unfold } = sheet;
  return (
    <div className={styles.result}>
      <p>{WHAT_IF_TEXTS.sayOutcome(step, session.badge.word, token.badge.word)}</p>
      <button
        type="button"
        aria-expanded={!isFolded}
        aria-label={isFolded ? undefined : WHAT_IF_TEXTS.showOnStage}
        onClick={() => {
          if (isFolded) unfold();
          else {
            fold();
            show();
          }
        }}
      >
        {isFolded ? WHAT_IF_TEXTS.next : WHAT_IF_TEXTS.show}
      </button>
    </div>
  );
}
