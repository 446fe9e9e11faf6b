import { type ComponentType, useRef } from 'react';
import { toLook } from '../../lesson/page/look.ts';
import { LANE_NAMES, LANE_TERMS } from '../../lesson/texts/lanes.ts';
import { STAGE_TEXTS } from '../../lesson/texts/panels/walk/stage.ts';
import { PART_NAMES } from '../../lesson/texts/shell/partNames.ts';
import { isVerdict } from '../../lesson/told/tone.ts';
import { useStagedRoom, useStagedRun, useStagedStep } from '../../player/position/useSeen.ts';
import { reloadOnce } from '../../player/reloadOnce.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Icon } from '../../ui/controls/Icon.tsx';
import { Late } from '../../ui/islands/Late.tsx';
import type { LatePart } from '../../ui/islands/latePart.ts';
import { Rich } from '../../ui/text/Rich.tsx';
import { Term } from '../../ui/text/Term.tsx';
import { ClientBox } from './ClientBox.tsx';
import styles from './LaneView.module.css';
import { ServerBox } from './ServerBox.tsx';
import { Wire } from './Wire.tsx';

/** Shows what a reader said of a lane before it came out. */
export type SaidView = ComponentType<{ said: Strategy }>;

interface LaneViewProps {
  strategy: Strategy;
  /** Its name takes the focus for all dotted words of the stage. */
  isStop: boolean;
  /** All that there is to say of a step is said. */
  isWhy: boolean;
  onWhy: () => void;
  /** What stands around client, wire and server in this lane. */
  around: LatePart;
  /** What was said of the lane before. */
  Said: SaidView;
}

/** One strategy's lane: client, wire, server, and a line that says what happened. */
export function LaneView({ strategy, isStop, isWhy, onWhy, around, Said }: LaneViewProps) {
  const told = useStagedStep();
  const { around: parts } = useStagedRun();
  const room = useStagedRoom(strategy, isWhy);
  const { badge, stage, sentence, lead } = told[strategy];
  const { word, tone } = badge;
  const hadFocus = useRef(false);
  return (
    // A fieldset would announce its name before each thing inside; a lane is only grouped.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      role="group"
      aria-label={LANE_NAMES[strategy]}
      className={styles.lane}
      data-lane={strategy}
      data-decided={isVerdict(tone) || undefined}
      data-crowded={parts.length > 0 || undefined}
    >
      <header className={styles.header}>
        <h3 className={styles.name}>
          <Term
            word={{ term: LANE_TERMS[strategy], text: LANE_NAMES[strategy] }}
            tabIndex={isStop ? undefined : -1}
          />
        </h3>
        <Said said={strategy} />
        <span key={word} className={styles.verdict} data-tone={tone}>
          <Icon name={toLook(tone).icon} size={14} />
          {word}
        </span>
      </header>
      <div className={styles.scene} data-tone={tone}>
        <ClientBox strategy={strategy} stage={stage} />
        <Wire strategy={strategy} stage={stage} step={told.step} />
        <ServerBox strategy={strategy} stage={stage} tone={tone} />
      </div>
      {parts.length > 0 ? (
        <div className={styles.around} data-parts={parts.join(' ')}>
          <Late name={PART_NAMES.around} part={around} onStuck={reloadOnce} />
        </div>
      ) : null}
      <p className={styles.narration} data-room={room}>
        {/* A new sentence each step, not one that moves. */}
        <span key={told.step}>
          <Rich parts={sentence.slice(0, lead)} tabIndex={-1} />
          {lead < sentence.length ? (
            <>
              {' '}
              <button
                ref={(button) => {
                  // It is another one at each step, and keeps the focus.
                  if (hadFocus.current && document.activeElement === document.body)
                    button?.focus({ preventScroll: true });
                }}
                type="button"
                className={styles.why}
                aria-expanded={isWhy}
                tabIndex={isStop ? undefined : -1}
                onClick={onWhy}
                onFocus={() => {
                  hadFocus.current = true;
                }}
                onBlur={() => {
                  hadFocus.current = false;
                }}
              >
                {STAGE_TEXTS.why}
              </button>
              {isWhy ? <Rich parts={sentence.slice(lead)} tabIndex={-1} /> : null}
            </>
          ) : null}
        </span>
      </p>
    </div>
  );
}
