import { memo } from 'react';
import { formatSpan, toSpan } from '../lesson/span.ts';
import type { TranscriptLine } from '../lesson/transcript.ts';
import { toTranscript } from '../lesson/transcript.ts';
import { toLastStep } from '../player/cursor.ts';
import { useSettled } from '../player/useSettled.ts';
import { Pane } from '../ui/Pane.tsx';
import styles from './Transcript.module.css';

const Sentence = memo(function Sentence({ step, text }: TranscriptLine) {
  const current = useSettled(({ cursor }) => cursor === step);
  return (
    <span data-current={current || undefined} aria-current={current ? 'step' : undefined}>
      {text}{' '}
    </span>
  );
});

/** A step of another run than the walk: what it is called, and what it is in each lane. */
const Told = memo(function Told({ step, text, parts }: TranscriptLine) {
  const current = useSettled(({ cursor }) => cursor === step);
  return (
    <li data-current={current || undefined} aria-current={current ? 'step' : undefined}>
      {parts ? (
        <>
          <strong>{parts.title}. </strong>
          <span>Session: {parts.session} </span>
          <span>Token: {parts.token}</span>
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
  const trace = useSettled((settled) => settled.trace);
  const block = useSettled(({ cursor }) => Math.floor(cursor / BLOCK));
  const lastStep = toLastStep(trace);
  const { from, to } = toSpan(block, BLOCK, lastStep);
  // Nothing is told of the start.
  const span = { from: Math.max(1, from), to };
  const note = formatSpan(span, lastStep);
  const lines = toTranscript(trace, span);
  return (
    <Pane title="Transcript">
      {note ? <p className={styles.note}>{note}</p> : null}
      {lines.some(({ parts }) => parts) ? (
        <ol className={`${styles.prose} ${styles.steps}`} start={span.from}>
          {lines.map((line) => (
            <Told key={line.step} {...line} />
          ))}
        </ol>
      ) : (
        <p className={styles.prose}>
          {lines.map(({ step, text }) => (
            <Sentence key={step} step={step} text={text} />
          ))}
        </p>
      )}
    </Pane>
  );
}
