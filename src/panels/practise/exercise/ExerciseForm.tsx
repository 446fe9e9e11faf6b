import { type ReactNode, useId, useState } from 'react';
import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import type { Pick } from '../../../lesson/exercises/pick.ts';
import { PREDICT_TEXTS } from '../../../lesson/texts/panels/check/predict.ts';
import { EXERCISE_TEXTS } from '../../../lesson/texts/practise/exercise.ts';
import { sayExercise } from '../../../lesson/texts/practise/exerciseQuestion.ts';
import { showCell } from '../../../player/practise/openWay.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Icon } from '../../../ui/controls/Icon.tsx';
import styles from './Exercise.module.css';
import { PickReason } from './PickReason.tsx';
import { Reasons } from './Reasons.tsx';

interface ExerciseFormProps {
  exercise: Exercise;
  /** Said in place of what the exercise itself asks. */
  title?: string;
  /** Hears each answer. */
  onAnswer: (isRight: boolean, said: string) => void;
  /** Finds out why a wrong answer is wrong. */
  explain: (said: string) => Promise<Pick | null>;
  /** Shows where the answer is; the cell in the run of the exercise when left out. */
  onShow?: () => void;
  showName?: string;
  /** Says why the answer is so, where that is not what the exercise's own step says. */
  reasons?: ReactNode;
  /** Is shown after the answer and can be tried out: it is not read out as the verdict is. */
  shown?: ReactNode;
  /** Stands under the explanation. */
  children?: ReactNode;
}

/** An exercise: its options, and after the answer what is so, why, and where it can be seen. */
export function ExerciseForm({
  exercise,
  title,
  onAnswer,
  explain,
  onShow,
  showName = EXERCISE_TEXTS.showCell,
  reasons,
  shown,
  children,
}: ExerciseFormProps) {
  const { question, place, scenarioId } = exercise;
  const name = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const isRight = said === question.right;
  const say = (option: string) => PREDICT_TEXTS.sayOption(question, option);
  return (
    <form
      className={styles.exercise}
      data-verdict={said === null ? undefined : isRight}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === null || said !== null) return;
        setSaid(chosen);
        onAnswer(chosen === question.right, chosen);
      }}
    >
      <fieldset>
        <legend>{title ?? sayExercise(question)}</legend>
        <div className={styles.options}>
          {question.options.map((option) => (
            <label
              key={option}
              data-chosen={chosen === option}
              data-right={said !== null && option === question.right ? true : undefined}
            >
              <input
                type="radio"
                name={name}
                checked={chosen === option}
                onChange={() => {
                  setChosen(option);
                  setSaid(null);
                }}
              />
              {say(option)}
            </label>
          ))}
        </div>
      </fieldset>
      <div role="status" className={styles.verdict}>
        {said === null ? null : (
          <p>
            <strong>
              <Icon name={isRight ? 'check' : 'cross'} size={14} />{' '}
              {isRight
                ? EXERCISE_TEXTS.sayRight(say(said))
                : EXERCISE_TEXTS.sayWrong(say(said), say(question.right))}
            </strong>
          </p>
        )}
        {/* Why it is so comes first: what else would have been so is no cause of it. */}
        {said === null ? null : (reasons ?? <Reasons exercise={exercise} />)}
        {said === null || isRight ? null : (
          <PickReason id={exercise.id} said={said} name={say(said)} explain={explain} />
        )}
        {said === null ? null : children}
      </div>
      {said === null ? null : shown}
      <div className={styles.buttons}>
        {said === null ? (
          <Button type="submit" look="strong" aria-disabled={chosen === null}>
            {EXERCISE_TEXTS.check}
          </Button>
        ) : (
          <Button
            look="strong"
            onClick={() => (onShow ? onShow() : void showCell(scenarioId, place))}
          >
            {showName}
          </Button>
        )}
      </div>
    </form>
  );
}
