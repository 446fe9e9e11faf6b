import type { CSSProperties } from 'react';
import { sayPosition } from '../../lesson/page/announcement.ts';
import { PLAYBACK_TEXTS } from '../../lesson/texts/panels/walk/playback.ts';
import { useRun, useStep } from '../../player/position/useStep.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import styles from './Scrubber.module.css';

/** Most ticks that can be told apart on the track. */
const MAX_TICKS = 40;

interface TrackProps {
  cursor: number;
  lastStep: number;
  /** The step that decides the run's question. */
  decides: number | null;
}

/** Where a run stands: a tick a step, or a bar where there are too many of them. */
function Track({ cursor, lastStep, decides }: TrackProps) {
  if (lastStep > MAX_TICKS) {
    return (
      <span className={styles.ticks} aria-hidden="true">
        <span className={styles.bar} style={{ width: `${(cursor / (lastStep + 1)) * 100}%` }} />
      </span>
    );
  }
  return (
    <span className={styles.ticks} aria-hidden="true">
      {Array.from({ length: lastStep + 1 }, (_, step) => (
        <span
          // A tick has no identity but its step.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={step}
          className={styles.tick}
          data-done={step <= cursor}
          data-current={step === cursor}
          data-decides={step === decides || undefined}
        />
      ))}
    </span>
  );
}

/** How much of the step's time is over, on the way to the next tick. */
function Countdown({ cursor, columns }: { cursor: number; columns: number }) {
  const countdown = usePlayer((player) => player.countdown);
  if (!countdown) return null;
  const { ms, turn } = countdown;
  return (
    <span
      key={turn}
      className={styles.countdown}
      aria-hidden="true"
      style={{
        left: `${((cursor + 0.5) / columns) * 100}%`,
        width: `${100 / columns}%`,
        animationDuration: `${ms}ms`,
      }}
    />
  );
}

/** The slider, each step in the middle of its column of the flow diagram below. */
export function Scrubber() {
  const told = useStep();
  const { lastStep, decides, isWalk } = useRun();
  const cursor = told.step;
  const columns = lastStep + 1;
  // The page as it is sent has no style attribute: the walk's columns are in the style sheet.
  const style = isWalk ? undefined : ({ '--columns': columns } as CSSProperties);
  return (
    <div className={styles.scrubber} style={style}>
      <Track cursor={cursor} lastStep={lastStep} decides={decides} />
      <Countdown cursor={cursor} columns={columns} />
      <input
        type="range"
        data-scrubber
        tabIndex={-1}
        aria-label={PLAYBACK_TEXTS.step}
        aria-valuetext={sayPosition(told, lastStep)}
        min={0}
        max={lastStep}
        step={1}
        value={cursor}
        onChange={(event) => usePlayer.getState().jumpTo(Number(event.target.value))}
      />
    </div>
  );
}
