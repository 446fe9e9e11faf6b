import { sayPosition, sayShortPosition } from '../../lesson/page/announcement.ts';
import { PLAYBACK_TEXTS } from '../../lesson/texts/panels/walk/playback.ts';
import { SPEEDS } from '../../player/position/speed.ts';
import { useRun, useStep } from '../../player/position/useStep.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Select } from '../../ui/controls/Select.tsx';
import styles from './Playback.module.css';
import { PresentTools } from './PresentTools.tsx';
import { Scrubber } from './Scrubber.tsx';
import { StepButtons } from './StepButtons.tsx';
import { WhatIfButton } from './WhatIfButton.tsx';

const SPEED_OPTIONS = SPEEDS.map((speed) => [String(speed), `${speed}×`] as const);

/** The step and its clock. On a phone only the number: the stage has the title. */
function Position() {
  const told = useStep();
  const { lastStep } = useRun();
  const countdown = usePlayer((player) => player.countdown);
  const text = sayPosition(told, lastStep);
  return (
    <div className={styles.position} title={text}>
      <strong>{text}</strong>
      <strong data-short aria-hidden="true">
        {sayShortPosition(told.step, lastStep)}
      </strong>
      {countdown ? (
        <span data-next-in aria-hidden="true">
          {PLAYBACK_TEXTS.sayNextIn(countdown.ms)}
        </span>
      ) : null}
      {/* A new one each step: where a longer title moves it, nothing that was there has shifted. */}
      <span key={told.step}>
        <span>{PLAYBACK_TEXTS.clock}</span> {told.clock}
      </span>
    </div>
  );
}

function Speed() {
  const speed = usePlayer((player) => player.speed);
  return (
    <div className={styles.speed}>
      <Select
        label={PLAYBACK_TEXTS.speed}
        tabIndex={-1}
        options={SPEED_OPTIONS}
        value={String(speed)}
        onChange={(value) => {
          const chosen = SPEEDS.find((s) => String(s) === value);
          if (chosen) usePlayer.getState().setSpeed(chosen);
        }}
      />
    </div>
  );
}

/**
 * The controls that are always in reach: step, play, scrub, speed. They are one stop of the tab order:
 * Left and Right step wherever one is, so Up and Down go from one control to the next.
 */
export function Playback() {
  return (
    <div
      role="toolbar"
      aria-label={PLAYBACK_TEXTS.name}
      aria-orientation="vertical"
      className={styles.bar}
      data-arrows
    >
      <StepButtons />
      <Position />
      <PresentTools />
      <WhatIfButton />
      <Speed />
      <Scrubber />
    </div>
  );
}
