import { type ReactNode, useId, useState } from 'react';
import type { Exercise } from '../../../lesson/exercises/exercise.ts';
import type { Pick } from '../../../lesson/exercises/pick.ts';
import { PREDICT_TEXTS } from '../../../lesson/texts/panels/check/predict.ts';
import { EXERCISE_TEXTS } from '../../../lesson/texts/practise/exercise.ts';
import { sayExercise } from '../../../lesson/texts/practise/exerciseQuestion.ts';
import { showCell } from '../../../player/practise/openWay.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Form, SendButton } from '../../../ui/controls/Form.tsx';
import { Icon } from '../../../ui/controls/Icon.tsx';
import styles from './Exercise.module.css';
import { PickReason } from './PickReason.tsx';
import { Reasons } from './Reasons.tsx';

interface ExerciseFormProps {
  exercise: Exercise;
  /** Said in place of what the exercise itself asks. */
  title?: string;
  /** Whether it was answered rightly on an earlier visit; left out where it was not answered. */
  answered?: boolean | undefined;
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
  answered,
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
  const [earlier, setEarlier] = useState(answered);
  const [chosen, setChosen] = useState<string | null>(answered ? question.right : null);
  const [said, setSaid] = useState<string | null>(null);
  const isOver = said !== null || earlier !== undefined;
  const isRight = said === null ? earlier === true : said === question.right;
  const say = (option: string) => PREDICT_TEXTS.sayOption(question, option);
  const sayVerdict = () => {
    const right = say(question.right);
    if (said === null) return EXERCISE_TEXTS.sayEarlier(isRight, right);
    return isRight ? EXERCISE_TEXTS.sayRight(right) : EXERCISE_TEXTS.sayWrong(say(said), right);
  };
  return (
    <Form className={styles.exercise} data-verdict={isOver ? isRight : undefined}>
      <fieldset>
        <legend>{title ?? sayExercise(question)}</legend>
        <div className={styles.options}>
          {question.options.map((option) => (
            <label
              key={option}
              data-chosen={chosen === option}
              data-right={isOver && option === question.right ? true : undefined}
            >
              <input
                type="radio"
                name={name}
                checked={chosen === option}
                onChange={() => {
                  setChosen(option);
                  setSaid(null);
                  setEarlier(undefined);
                }}
              />
              {say(option)}
            </label>
          ))}
        </div>
      </fieldset>
      <div role="status" className={styles.verdict}>
        {isOver ? (
          <p>
            <strong>
              <Icon name={isRight ? 'check' : 'cross'} size={14} /> {sayVerdict()}
            </strong>
          </p>
        ) : null}
        {/* Why it is so comes first: what else would have been so is no cause of it. */}
        {isOver ? (reasons ?? <Reasons exercise={exercise} />) : null}
        {said === null || isRight ? null : (
          <PickReason id={exercise.id} said={said} name={say(said)} explain={explain} />
        )}
        {isOver ? children : null}
      </div>
      {isOver ? shown : null}
      <div className={styles.buttons}>
        {isOver ? (
          <Button
            ref={(button) => {
              // It takes the place of the one that was pressed.
              if (said !== null && document.activeElement === document.body)
                button?.focus({ preventScroll: true });
            }}
            look="strong"
            onClick={() => (onShow ? onShow() : void showCell(scenarioId, place))}
          >
            {showName}
          </Button>
        ) : (
          <SendButton
            aria-disabled={chosen === null}
            onSend={() => {
              if (chosen === null) return;
              setSaid(chosen);
              onAnswer(chosen === question.right, chosen);
            }}
          >
            {EXERCISE_TEXTS.check}
          </SendButton>
        )}
      </div>
    </Form>
  );
}
