import { useId } from 'react';
import type { Pick } from '../../../lesson/exercises/pick.ts';
import { LANE_NAMES } from '../../../lesson/texts/lanes.ts';
import { PICK_TITLES, sayPick } from '../../../lesson/texts/practise/pick.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { Rich } from '../../../ui/text/Rich.tsx';
import styles from '../Practise.module.css';
import { Making } from './Making.tsx';

const LANES = ['session', 'token'] as const;

interface PickReasonProps {
  /** What it is the answer to; another answer is looked into anew. */
  id: string;
  said: string;
  name: string;
  explain: (said: string) => Promise<Pick | null>;
}

/** Why a wrong answer is wrong: what it would have needed, by running that. */
export function PickReason({ id, said, name, explain }: PickReasonProps) {
  const heading = useId();
  const { value: pick, problem, isMaking } = useMade(`${id} ${said}`, () => explain(said));
  if (!pick) return <Making isMaking={isMaking} problem={problem} />;
  return (
    <section aria-labelledby={heading} className={styles.part}>
      <h4 id={heading}>{PICK_TITLES[pick.type]}</h4>
      {sayPick(pick, name).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {pick.type === 'came'
        ? LANES.map((lane) => (
            <p key={lane}>
              {LANE_NAMES[lane]}: <Rich parts={pick.sentences[lane]} />
            </p>
          ))
        : null}
    </section>
  );
}
