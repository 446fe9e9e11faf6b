import type { ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { toPosition } from '../lesson/announcement.ts';
import { formatClock } from '../lesson/format.ts';
import { SPEEDS } from '../player/speed.ts';
import { usePlayer } from '../player/usePlayer.ts';
import { Icon } from '../ui/Icon.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Playback.module.css';

const SPEED_OPTIONS = SPEEDS.map((speed) => [String(speed), `${speed}×`] as const);

function StepButtons() {
  const atStart = usePlayer((player) => player.cursor === 0);
  const atEnd = usePlayer((player) => player.cursor === player.trace.frames.length - 1);
  const playing = usePlayer((player) => player.playing);
  const { first, stepBack, togglePlay, stepForward, last } = usePlayer.getState();
  const main = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: buttons are disabled at the ends
  useLayoutEffect(() => {
    // A button that is disabled under the focus would lose it to the page.
    const focused = document.activeElement;
    const ours = main.current?.parentElement?.contains(focused);
    if (ours && focused instanceof HTMLButtonElement && focused.disabled) main.current?.focus();
  }, [atStart, atEnd]);
  return (
    <div className={styles.buttons}>
      <button type="button" aria-label="First step" disabled={atStart} onClick={first}>
        <Icon name="first" />
      </button>
      <button type="button" aria-label="Previous step" disabled={atStart} onClick={stepBack}>
        <Icon name="previous" />
      </button>
      <button
        ref={main}
        type="button"
        aria-label={playing ? 'Pause' : 'Play'}
        data-main="true"
        onClick={togglePlay}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <button type="button" aria-label="Next step" disabled={atEnd} onClick={stepForward}>
        <Icon name="next" />
      </button>
      <button type="button" aria-label="Last step" disabled={atEnd} onClick={last}>
        <Icon name="last" />
      </button>
    </div>
  );
}

/** Most ticks that can be told apart on the track. */
const MAX_TICKS = 40;

/** Where a run stands: a tick a step, or a bar where there are too many of them. */
function Track({ cursor, lastStep }: { cursor: number; lastStep: number }) {
  if (lastStep > MAX_TICKS) {
    return (
      <span className={styles.ticks} aria-hidden="true">
        <span data-bar style={{ width: `calc(${cursor / lastStep} * (100% - 11px))` }} />
      </span>
    );
  }
  return (
    <span className={styles.ticks} aria-hidden="true">
      {Array.from({ length: lastStep + 1 }, (_, step) => (
        // A tick has no identity but its step.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={step} data-done={step <= cursor} data-current={step === cursor} />
      ))}
    </span>
  );
}

function Scrubber() {
  const cursor = usePlayer((player) => player.cursor);
  const trace = usePlayer((player) => player.trace);
  const frame = trace.frames[cursor];
  const lastStep = trace.frames.length - 1;
  if (!frame) return null;
  return (
    <div className={styles.scrubber}>
      <Track cursor={cursor} lastStep={lastStep} />
      <input
        type="range"
        aria-label="Step"
        aria-valuetext={toPosition(frame, lastStep)}
        min={0}
        max={lastStep}
        step={1}
        value={cursor}
        onChange={(event) => usePlayer.getState().jumpTo(Number(event.target.value))}
      />
    </div>
  );
}

function Position() {
  const cursor = usePlayer((player) => player.cursor);
  const trace = usePlayer((player) => player.trace);
  const frame = trace.frames[cursor];
  if (!frame) return null;
  const { start } = trace.scenario.settings;
  const text = toPosition(frame, trace.frames.length - 1);
  return (
    <div className={styles.position}>
      <strong key={cursor} title={text}>
        {text}
      </strong>
      <span>simulated clock {formatClock(frame.session.state.clock, start)}</span>
    </div>
  );
}

function Speed() {
  const speed = usePlayer((player) => player.speed);
  return (
    <Select
      label="Speed"
      options={SPEED_OPTIONS}
      value={String(speed)}
      onChange={(value) => {
        const chosen = SPEEDS.find((s) => String(s) === value);
        if (chosen) usePlayer.getState().setSpeed(chosen);
      }}
    />
  );
}

/** The controls that are always in reach: step, play, scrub, speed. */
export function Playback({ children }: { children?: ReactNode }) {
  return (
    <div role="toolbar" aria-label="Playback" className={styles.bar}>
      <StepButtons />
      <Scrubber />
      <Position />
      {children}
      <Speed />
    </div>
  );
}
