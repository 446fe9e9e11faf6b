import { PLAYBACK_TEXTS } from '../../lesson/texts/panels/walk/playback.ts';
import { toLastStep } from '../../player/position/cursor.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Icon, type IconName } from '../../ui/controls/Icon.tsx';
import styles from './StepButtons.module.css';

interface StepButtonProps {
  name: string;
  icon: IconName;
  /** There is no step that way: it says so, and keeps the focus. */
  atEnd: boolean;
  /** What one does next: it leads the eye, and stands for the whole bar in the tab order. */
  isMain?: boolean;
  onClick: () => void;
}

function StepButton({ name, icon, atEnd, isMain, onClick }: StepButtonProps) {
  return (
    <button
      type="button"
      aria-label={name}
      aria-disabled={atEnd}
      data-main={isMain}
      tabIndex={isMain ? undefined : -1}
      onClick={atEnd ? undefined : onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** How much of the time of the step is over, from the moment that it plays. */
function Progress() {
  const countdown = usePlayer((player) => player.countdown);
  if (!countdown) return null;
  const { ms, turn } = countdown;
  return (
    <span
      key={turn}
      className={styles.progress}
      aria-hidden="true"
      style={{ animationDuration: `${ms}ms` }}
    />
  );
}

function PlayButton() {
  const playing = usePlayer((player) => player.playing);
  return (
    <button
      type="button"
      aria-label={playing ? PLAYBACK_TEXTS.pause : PLAYBACK_TEXTS.play}
      data-play="true"
      tabIndex={-1}
      onClick={usePlayer.getState().togglePlay}
    >
      <Icon name={playing ? 'pause' : 'play'} />
      <Progress />
    </button>
  );
}

/** First, previous, play or pause, next, last. */
export function StepButtons() {
  const atStart = usePlayer((player) => player.cursor === 0);
  const atEnd = usePlayer((player) => player.cursor === toLastStep(player.run));
  const { first, stepBack, stepOn, last } = usePlayer.getState();
  return (
    <div className={styles.buttons}>
      <StepButton name={PLAYBACK_TEXTS.first} icon="first" atEnd={atStart} onClick={first} />
      <StepButton
        name={PLAYBACK_TEXTS.previous}
        icon="previous"
        atEnd={atStart}
        onClick={stepBack}
      />
      <PlayButton />
      <StepButton name={PLAYBACK_TEXTS.next} icon="next" atEnd={atEnd} isMain onClick={stepOn} />
      <StepButton name={PLAYBACK_TEXTS.last} icon="last" atEnd={atEnd} onClick={last} />
    </div>
  );
}
