import { memo } from 'react';
import type { TranscriptLine } from '../lesson/transcript.ts';
import { toTranscript } from '../lesson/transcript.ts';
import { usePlayer } from '../player/usePlayer.ts';
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

/** The walk read through in plain prose, the current sentence marked. */
export function Transcript() {
  const trace = usePlayer((player) => player.trace);
  return (
    <Pane title="Transcript">
      <p className={styles.prose}>
        {toTranscript(trace).map(({ step, text }) => (
          <Sentence key={step} step={step} text={text} />
        ))}
      </p>
    </Pane>
  );
}
