import { useId, useMemo, useRef, useState } from 'react';
import { OWN_RUN_TEXTS } from '../../lesson/texts/panels/ownRun.ts';
import { findFirstStep } from '../../player/runs/findFirstStep.ts';
import type { ToldRun } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { findOpeners } from '../../player/whatIf/findOpeners.ts';
import type { RunDifference } from '../../player/whatIf/runDifferences.ts';
import { listDifferences } from '../../player/whatIf/runDifferences.ts';
import { useWhatIf } from '../../player/whatIf/useWhatIf.ts';
import { useKeptFocus } from '../../ui/boxes/useKeptFocus.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import styles from './OwnRunChips.module.css';

/** Chips that are shown until more are asked for. */
const FEW = 6;

/** Names a difference; one of Actions by the step after which it stands. */
function sayDifference(difference: RunDifference, { telling }: ToldRun): string {
  const first = difference.type === 'added' ? findFirstStep(telling, difference.index) : 1;
  return OWN_RUN_TEXTS.sayDifference(difference, first - 1);
}

interface ChipProps {
  difference: RunDifference;
  text: string;
}

function Chip({ difference, text }: ChipProps) {
  return (
    <li className={styles.chip} data-kind={difference.type}>
      <span>{text}</span>
      <IconButton
        label={OWN_RUN_TEXTS.sayTakeBack(text)}
        title={OWN_RUN_TEXTS.sayTakeBack(text)}
        icon="cross"
        size={12}
        onClick={() => void useWhatIf.getState().takeBack(difference)}
      />
    </li>
  );
}

/** What the last change has left out, and how to have it back. */
function Dropped() {
  const dropped = useWhatIf((whatIf) => whatIf.dropped);
  return (
    <p role="status" className={styles.dropped}>
      {dropped === 0 ? null : (
        <>
          {OWN_RUN_TEXTS.sayDropped(dropped)}{' '}
          <Button look="link" onClick={() => void useWhatIf.getState().undo()}>
            {OWN_RUN_TEXTS.undo}
          </Button>
        </>
      )}
    </p>
  );
}

/** Names all in which the run is not its original, each to be taken back, and all together. */
export function OwnRunChips() {
  const run = usePlayer((player) => player.run);
  const original = usePlayer((player) => player.original);
  const [all, setAll] = useState(false);
  const part = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // What takes a difference back is gone with it.
  useKeptFocus(part, heading, findOpeners);
  const id = useId();
  const differences = useMemo(
    () => (original ? listDifferences(run, original) : []),
    [run, original],
  );
  if (!original) return null;
  const shown = all ? differences : differences.slice(0, FEW);
  const more = differences.length - shown.length;
  return (
    <section ref={part} id="own-run" aria-labelledby={id} className={styles.ownRun}>
      <h2 ref={heading} id={id} tabIndex={-1}>
        {OWN_RUN_TEXTS.title}
      </h2>
      <ul aria-label={OWN_RUN_TEXTS.differences} className={styles.chips}>
        {shown.map((difference, i) => {
          const text = sayDifference(difference, run);
          return (
            <Chip
              // Two may be called the same.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={`${text} ${i}`}
              difference={difference}
              text={text}
            />
          );
        })}
      </ul>
      {more > 0 ? (
        <Button look="link" onClick={() => setAll(true)}>
          {OWN_RUN_TEXTS.sayMore(more)}
        </Button>
      ) : null}
      <Button className={styles.restart} onClick={() => void useWhatIf.getState().restart()}>
        {OWN_RUN_TEXTS.restart}
      </Button>
      <Dropped />
    </section>
  );
}
