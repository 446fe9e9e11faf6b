import { type Question, toTellingLane } from '../../lesson/page/question.ts';
import { PREDICT_TEXTS } from '../../lesson/texts/panels/predict.ts';
import { useStaged } from '../../player/position/useSeen.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Rich } from '../../ui/Rich.tsx';

interface ToldProps {
  question: Question;
  said: string;
}

/** What was said beside what is so, and the step's own sentence on why. */
export function Told({ question, said }: ToldProps) {
  const sentence = useStaged(({ run, cursor }) => {
    const step = Math.min(cursor, question.answeredAt);
    return run.telling.at(step)[toTellingLane(question, said)].sentence;
  });
  const isRight = said === question.right;
  const [guess, truth] = [said, question.right].map((option) =>
    PREDICT_TEXTS.sayOption(question, option),
  );
  return (
    <>
      <strong data-right={isRight}>
        <Icon name={isRight ? 'check' : 'cross'} size={14} />
        {isRight
          ? PREDICT_TEXTS.sayRight(guess ?? '')
          : PREDICT_TEXTS.sayWrong(guess ?? '', truth ?? '')}
      </strong>{' '}
      <span>
        <Rich parts={sentence} tabIndex={-1} />
      </span>
    </>
  );
}
