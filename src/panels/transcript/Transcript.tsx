import { memo } from 'react';
import { formatSpan } from '../../lesson/page/format.ts';
import type { TranscriptLine } from '../../lesson/telling.ts';
import { SHORT_LANE_NAMES } from '../../lesson/texts/lanes.ts';
import { TRANSCRIPT_TEXTS } from '../../lesson/texts/panels/walk/transcript.ts';
import { toSpan } from '../../lesson/told/span.ts';
import { useSeen } from '../../player/position/useSeen.ts';
import { Pane } from '../../ui/boxes/Pane.tsx';
import styles from './Transcript.module.css';

interface LineProps extends TranscriptLine {
  step: number;
}

const Sentence = memo(function Sentence({ step, text }: LineProps) {
  const current = useSeen(({ cursor }) => cursor === step);
  return (
    <span data-current={current || undefined} aria-current={current ? 'step' : undefined}>
      {text}{' '}
    </span>
  );
});

/** A step of another run than the walk: what it is called, and what it is in each lane. */
const Told = memo(function Told({ step, text, parts }: LineProps) {
  const current = useSeen(({ cursor }) => cursor === step);
  return (
    <li data-current={current || undefined} aria-current={current ? 'step' : undefined}>
      {parts ? (
        <>
          <strong>{parts.title}. </strong>
          <span>{TRANSCRIPT_TEXTS.sayLane(SHORT_LANE_NAMES.session, parts.session)} </span>
          <span>{TRANSCRIPT_TEXTS.sayLane(SHORT_LANE_NAMES.token, parts.token)}</span>
        </>
      ) : (
        text
      )}
    </li>
  );
});

/** Steps of a block; of a long run three blocks are read out. */
const BLOCK = 4;

/** The walk read through in plain prose, the current sentence marked. */
export function Transcript() {
  const { telling } = useSeen((seen) => seen.run);
  const block = useSeen(({ cursor }) => Math.floor(cursor / BLOCK));
  const { lastStep } = telling.run;
  const { from, to, isWhole } = toSpan(block, BLOCK, lastStep);
  // Nothing is told of the start.
  const span = { from: Math.max(1, from), to };
  const note = isWhole ? null : formatSpan(span.from, span.to, lastStep);
  const steps = Array.from({ length: span.to - span.from + 1 }, (_, i) => span.from + i);
  const lines = steps.flatMap((step): readonly LineProps[] => {
    const line = telling.at(step).transcript;
    return line ? [{ step, ...line }] : [];
  });
  return (
    <Pane title={TRANSCRIPT_TEXTS.title}>
      {note ? <p className={styles.note}>{note}</p> : null}
      {lines.some(({ parts }) => parts) ? (
        <ol className={`${styles.prose} ${styles.steps}`} start={span.from}>
          {lines.map((line) => (
            <Told key={line.step} {...line} />
          ))}
        </ol>
      ) : (
        <p className={styles.prose}>
          {lines.map((line) => (
            <Sentence key={line.step} {...line} />
          ))}
        </p>
      )}
    </Pane>
  );
}
