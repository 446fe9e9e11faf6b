import { sayPosition } from '../../lesson/page/announcement.ts';
import { WELCOME_TEXTS } from '../../lesson/texts/panels/walk/welcome.ts';
import { useRun, useStep } from '../../player/position/useStep.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './StepHead.module.css';

/** The focus goes on to what steps on, as the button itself goes. */
function start() {
  usePlayer.getState().stepForward();
  const next = document.querySelector<HTMLElement>('[data-main]');
  next?.focus({ preventScroll: true });
}

/** Where one begins; then, where the bar has no room for it, the name of the step. */
export function StepHead() {
  const told = useStep();
  const { lastStep } = useRun();
  const hasBegun = told.step > 0;
  return (
    <div className={styles.head} id="step-name" data-begun={hasBegun || undefined}>
      {hasBegun ? (
        <p className={styles.title}>{sayPosition(told, lastStep)}</p>
      ) : (
        <>
          <Button look="strong" className={styles.start} onClick={start}>
            {WELCOME_TEXTS.start} <span aria-hidden="true">{WELCOME_TEXTS.startKey}</span>
          </Button>
          <p className={styles.invitation}>{WELCOME_TEXTS.sayInvitation(lastStep)}</p>
        </>
      )}
    </div>
  );
}
