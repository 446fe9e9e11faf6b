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
      <p>{tried ? `Session: ${end.session} · Token: ${end.token}` : 'Nothing tried yet.'}</p>
      <button type="button" aria-label="Show on the stage" onClick={show}>
        Show
      </button>
    </div>
  );
}
