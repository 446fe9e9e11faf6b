import { sayPosition } from '../../lesson/page/announcement.ts';
import { STAGE_TEXTS } from '../../lesson/texts/panels/stage.ts';
import { useRun, useStep } from '../../player/position/useStep.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './StepHead.module.css';

/** Names the step above the stage; before the first one, it is where one begins. */
export function StepHead() {
  const told = useStep();
  const { lastStep } = useRun();
  return (
    <div className={styles.head}>
      {told.step === 0 ? (
        <>
          <h2 className="visually-hidden">{sayPosition(told, lastStep)}</h2>
          <Button look="strong" className={styles.start} onClick={usePlayer.getState().stepForward}>
            {STAGE_TEXTS.start} <span aria-hidden="true">{STAGE_TEXTS.startKey}</span>
          </Button>
          <p className={styles.invitation}>{STAGE_TEXTS.sayInvitation(lastStep)}</p>
        </>
      ) : (
        <h2 className={styles.title}>{sayPosition(told, lastStep)}</h2>
      )}
      <p className={styles.clock}>{STAGE_TEXTS.sayClock(told.clock)}</p>
    </div>
  );
}
