import { useRef, useState } from 'react';
import { CARD_IDS } from '../../../lesson/exercises/cards.ts';
import { toAnki } from '../../../lesson/exercises/toAnki.ts';
import { PROGRESS_NOTICES, REVIEW_TEXTS } from '../../../lesson/texts/practise/review.ts';
import { usePredictions } from '../../../player/asking/predictions.ts';
import { useQuizProgress } from '../../../player/kept/quizProgress.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import {
  formatProgress,
  mergeProgress,
  type Progress,
  readProgressFile,
} from '../../../player/practise/progressFile.ts';
import { useReview } from '../../../player/practise/review.ts';
import { makeCards } from '../../../player/practise/runs/makeCard.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { SaveButton } from '../../../ui/controls/SaveButton.tsx';
import styles from '../Practise.module.css';

const readAll = (): Progress => {
  const { done, hints, tests, needs } = usePractise.getState();
  const { answers: predictions } = usePredictions.getState();
  const { answers: quiz } = useQuizProgress.getState();
  return { done, hints, tests, needs, cards: useReview.getState().cards, predictions, quiz };
};

const writeForAnki = async () => toAnki(await makeCards(CARD_IDS));

/** Adds a file's progress to what is there, and calls back; returns what there is to say of it. */
async function open(file: Blob, onChange: () => void): Promise<string> {
  const read = await readProgressFile(file);
  if ('problem' in read) return read.problem;
  const all = mergeProgress(readAll(), read.progress, Date.now());
  const { done, hints, tests, needs, cards, predictions, quiz } = all;
  usePractise.setState({ done, hints, tests, needs });
  useReview.setState({ cards });
  usePredictions.setState({ answers: predictions });
  useQuizProgress.setState({ answers: quiz });
  onChange();
  return [
    REVIEW_TEXTS.opened,
    ...(read.dropped === 0 ? [] : [PROGRESS_NOTICES.sayDropped(read.dropped)]),
    ...(read.isAhead ? [REVIEW_TEXTS.ahead] : []),
  ].join(' ');
}

interface TransferProps {
  /** Called when progress came in or was taken back. */
  onChange: () => void;
}

/** Takes back all that was practised, once it was asked whether that is meant. */
function Reset({ onChange }: TransferProps) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <Button look="link" onClick={() => setAsking(true)}>
        {REVIEW_TEXTS.reset}
      </Button>
    );
  const forget = () => {
    usePractise.getState().forget();
    useReview.getState().forget();
    setAsking(false);
    onChange();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons are no fields
    <div role="group" aria-label={REVIEW_TEXTS.resetAsk} className={styles.row}>
      <span>{REVIEW_TEXTS.resetAsk}</span>
      <Button onClick={forget}>{REVIEW_TEXTS.resetYes}</Button>
      <Button look="strong" autoFocus onClick={() => setAsking(false)}>
        {REVIEW_TEXTS.resetNo}
      </Button>
    </div>
  );
}

/** Takes cards and progress to another program or another device, and back. */
export function Transfer({ onChange }: TransferProps) {
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  return (
    <section aria-label={REVIEW_TEXTS.transfer} className={styles.part}>
      <div className={styles.row}>
        <SaveButton name="authtrace-anki.txt" type="text/plain" makeText={writeForAnki}>
          {REVIEW_TEXTS.anki}
        </SaveButton>
        <SaveButton name="authtrace-progress.json" makeText={() => formatProgress(readAll())}>
          {REVIEW_TEXTS.save}
        </SaveButton>
        <Button onClick={() => input.current?.click()}>{REVIEW_TEXTS.open}</Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label={REVIEW_TEXTS.open}
          hidden
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (file) void open(file, onChange).then(setSaid);
          }}
        />
        <Reset onChange={onChange} />
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
