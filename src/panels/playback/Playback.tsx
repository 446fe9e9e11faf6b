import { useLayoutEffect, useRef } from 'react';
import { sayPosition } from '../../lesson/page/announcement.ts';
import { PLAYBACK_TEXTS } from '../../lesson/texts/panels/playback.ts';
import { toLastStep } from '../../player/position/cursor.ts';
import { SPEEDS } from '../../player/position/speed.ts';
import { useRun, useStep } from '../../player/position/useStep.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Playback.module.css';
import { WhatIfButton } from './WhatIfButton.tsx';

const SPEED_OPTIONS = SPEEDS.map((speed) => [String(speed), `${speed}×`] as const);

function StepButtons() {
  const atStart = usePlayer((player) => player.cursor === 0);
  const atEnd = usePlayer((player) => player.cursor === toLastStep(player.run));
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
      <button type="button" aria-label={PLAYBACK_TEXTS.first} disabled={atStart} onClick={first}>
        <Icon name="first" />
      </button>
      <button
        type="button"
        aria-label={PLAYBACK_TEXTS.previous}
        disabled={atStart}
        onClick={stepBack}
      >
        <Icon name="previous" />
      </button>
      <button
        ref={main}
        type="button"
        aria-label={playing ? PLAYBACK_TEXTS.pause : PLAYBACK_TEXTS.play}
        data-main="true"
        onClick={togglePlay}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <button type="button" aria-label={PLAYBACK_TEXTS.next} disabled={atEnd} onClick={stepForward}>
        <Icon name="next" />
      </button>
      <button type="button" aria-label={PLAYBACK_TEXTS.last} disabled={atEnd} onClick={last}>
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
  const told = useStep();
  const { lastStep } = useRun();
  const cursor = told.step;
  return (
    <div className={styles.scrubber}>
      <Track cursor={cursor} lastStep={lastStep} />
      <input
        type="range"
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

function Position() {
  const told = useStep();
  const { lastStep } = useRun();
  const text = sayPosition(told, lastStep);
  return (
    <div className={styles.position}>
      <strong key={told.step} title={text}>
        {text}
      </strong>
      <span>{PLAYBACK_TEXTS.sayClock(told.clock)}</span>
    </div>
  );
}

function Speed() {
  const speed = usePlayer((player) => player.speed);
  return (
    <Select
      label={PLAYBACK_TEXTS.speed}
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
export function Playback() {
  return (
    <div role="toolbar" aria-label={PLAYBACK_TEXTS.name} className={styles.bar}>
      <StepButtons />
      <Scrubber />
      <Position />
      <WhatIfButton />
      <Speed />
    </div>
  );
}
