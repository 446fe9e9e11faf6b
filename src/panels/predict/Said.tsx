import { PREDICT_TEXTS } from '../../lesson/texts/panels/check/predict.ts';
import { isRightIn, isSoIn, isWhich } from '../../lesson/told/question.ts';
import { findAnsweredQuestion } from '../../player/asking/answeredQuestion.ts';
import { usePredictions } from '../../player/asking/predictions.ts';
import { useStaged } from '../../player/position/useSeen.ts';
import type { Strategy } from '../../sim/strategy.ts';
import { Icon } from '../../ui/controls/Icon.tsx';
import styles from './Said.module.css';

/** What was said of a lane, beside what came out there. */
function Said({ strategy }: { strategy: Strategy }) {
  const run = useStaged((staged) => staged.run);
  const cursor = useStaged((staged) => staged.cursor);
  const answers = usePredictions((predictions) => predictions.answers);
  const told = findAnsweredQuestion({ run, cursor }, answers);
  const isRight = told && isRightIn(told.question, told.said, strategy);
  if (told === null || isRight === null) return null;
  const { question, said } = told;
  const isNamed = !isWhich(question.subject) || said === 'nobody' || isSoIn(said, strategy);
  // What is right of the other lane alone says nothing of this one.
  if (isRight && !isNamed) return null;
  const option = PREDICT_TEXTS.sayOption(question, said);
  return (
    <span className={styles.said} data-right={isRight}>
      <Icon name={isRight ? 'check' : 'cross'} size={14} />
      <span>{PREDICT_TEXTS.saySaid(isNamed ? option : PREDICT_TEXTS.sayOnly(option))}</span>
    </span>
  );
}

export const SessionSaid = () => <Said strategy="session" />;
export const TokenSaid = () => <Said strategy="token" />;
