import { WHAT_IF_TEXTS } from '../../lesson/texts/panels/whatIf.ts';
import { toLastStep } from '../../player/position/cursor.ts';
import { useRun } from '../../player/position/useStep.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import styles from './LastResult.module.css';

function show() {
  const { run, cursor, jumpTo } = usePlayer.getState();
  const end = toLastStep(run);
  if (cursor !== end) jumpTo(end);
  document.querySelector('[role="group"][data-lane]')?.closest('section')?.scrollIntoView?.();
}

/**
 * What the last Action came to, where the panel hides the stage; no status, as the announcer says
 * the step already.
 */
export function LastResult() {
  const { end } = useRun();
  const tried = usePlayer((player) => player.original !== null);
  return (
    <div className={styles.result}>
      <p>{tried ? WHAT_IF_TEXTS.sayEnd(end.session, end.token) : WHAT_IF_TEXTS.nothingTried}</p>
      <button type="button" aria-label={WHAT_IF_TEXTS.showOnStage} onClick={show}>
        {WHAT_IF_TEXTS.show}
      </button>
    </div>
  );
}
