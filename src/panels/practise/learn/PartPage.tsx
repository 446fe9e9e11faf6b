import { useState } from 'react';
import { LANE_NAMES } from '../../../lesson/texts/lanes.ts';
import type { LearnPart } from '../../../lesson/texts/practise/learn.ts';
import { LEARN_TEXTS } from '../../../lesson/texts/practise/learn.ts';
import { showStep } from '../../../player/practise/openWay.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { makeExercise } from '../../../player/practise/runs/makeExercise.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { toScenario } from '../../../player/runs/toldRun.ts';
import { usePlayer } from '../../../player/usePlayer.ts';
import { Button } from '../../../ui/Button.tsx';
import { ExerciseForm } from '../exercise/ExerciseForm.tsx';
import { Making } from '../exercise/Making.tsx';
import { WayLink } from '../list/WayLink.tsx';
import styles from '../Practise.module.css';

/** What both lanes do at each step of a part, without what the steps are called. */
function PartSteps({ first, last }: Pick<LearnPart, 'first' | 'last'>) {
  const { telling } = usePlayer.getInitialState().run;
  const steps = Array.from({ length: last - first + 1 }, (_, i) => telling.at(first + i));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{LEARN_TEXTS.step}</th>
          <th scope="col">{LANE_NAMES.session}</th>
          <th scope="col">{LANE_NAMES.token}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ step, row }) => (
          <tr key={step}>
            <th scope="row">{step}</th>
            <td>{row.session.text}</td>
            <td>{row.token.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PartPageProps {
  part: LearnPart;
  next: LearnPart | undefined;
}

/** A part of the walk: its steps, what both lanes have in common there, and the principle after the answer. */
export function PartPage({ part, next }: PartPageProps) {
  const { id, name, about, asked, principle, first } = part;
  const walk = toScenario(usePlayer.getInitialState().run).id;
  const exerciseId = `${walk}.${asked}.step`;
  const {
    value: exercise,
    problem,
    isMaking,
  } = useMade(exerciseId, () => makeExercise(exerciseId));
  const [isAnswered, setAnswered] = useState(false);
  return (
    <section aria-labelledby="part" className={styles.part}>
      <h3 id="part">{name}</h3>
      <p>{about}</p>
      <PartSteps first={first} last={part.last} />
      <div className={styles.row}>
        <Button onClick={() => void showStep(walk, first)}>{LEARN_TEXTS.walk}</Button>
      </div>
      {exercise ? (
        <ExerciseForm
          exercise={exercise}
          onAnswer={(isRight) => {
            usePractise.getState().mark(`learn/${id}`, isRight);
            setAnswered(true);
          }}
        >
          <p className={styles.principle}>
            <strong>{LEARN_TEXTS.principle}:</strong> {principle}
          </p>
        </ExerciseForm>
      ) : (
        <Making isMaking={isMaking} problem={problem} />
      )}
      {next && isAnswered ? (
        <div className={styles.row}>
          <WayLink way="learn" item={next.id}>
            {LEARN_TEXTS.next}: {next.name}
          </WayLink>
        </div>
      ) : null}
    </section>
  );
}
