import { toScene } from '../../lesson/scene.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import type { Strategy } from '../../sim/strategy.ts';
import type { Trace } from '../../sim/trace.ts';
import styles from './LastResult.module.css';

/** How the last Action of a run ended in a lane: its last answer, or its last step where nobody answers. */
function toEnd({ frames }: Trace, strategy: Strategy): string | undefined {
  const last = frames.at(-1);
  const own = frames.filter(({ actionIndex }) => actionIndex === last?.actionIndex);
  const telling = own.findLast((frame) => frame[strategy].outcome.status !== null) ?? last;
  return telling && toScene(telling, strategy).verdict.word;
}

function show() {
  const { trace, cursor, jumpTo } = usePlayer.getState();
  const end = trace.frames.length - 1;
  if (cursor !== end) jumpTo(end);
  document.querySelector('[role="group"][data-lane]')?.closest('section')?.scrollIntoView?.();
}

/**
 * What the last Action came to, where the panel hides the stage; no status, as the announcer says
 * the step already.
 */
export function LastResult() {
  const trace = usePlayer((player) => player.trace);
  const tried = usePlayer((player) => player.original !== null);
  return (
    <div className={styles.result}>
      <p>
        {tried
          ? `Session: ${toEnd(trace, 'session')} · Token: ${toEnd(trace, 'token')}`
          : 'Nothing tried yet.'}
      </p>
      <button type="button" aria-label="Show on the stage" onClick={show}>
        Show
      </button>
    </div>
  );
}
