import { useEffect, useId, useRef, useState } from 'react';
import { PREDICT_TEXTS } from '../../../lesson/texts/panels/check/predict.ts';
import { EXERCISE_TEXTS } from '../../../lesson/texts/practise/exercise.ts';
import { type Mark, TEST_TEXTS } from '../../../lesson/texts/practise/test.ts';
import { isRightIn, type Said } from '../../../player/practise/compareTests.ts';
import { showCell, showRunCell } from '../../../player/practise/openWay.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import type { TestCard } from '../../../player/practise/runs/makeTestCard.ts';
import type { TestAddress } from '../../../player/practise/testAddress.ts';
import { formatTest } from '../../../player/practise/testAddress.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { CopyButton } from '../../../ui/controls/CopyButton.tsx';
import { Form, SendButton } from '../../../ui/controls/Form.tsx';
import exerciseStyles from '../exercise/Exercise.module.css';
import { PickReason } from '../exercise/PickReason.tsx';
import { Reasons } from '../exercise/Reasons.tsx';
import { Rules } from '../exercise/Rules.tsx';
import { RunContextView } from '../exercise/RunContextView.tsx';
import { WayLink } from '../list/WayLink.tsx';
import styles from '../Practise.module.css';
import { Comparison } from './Comparison.tsx';
import { Missed } from './Missed.tsx';

/** What is no option of any question: better told than guessed. */
const UNKNOWN = '';

interface TestQuestionProps {
  card: TestCard;
  number: number;
  said: string | undefined;
  /** It can be changed no more. */
  isOver: boolean;
  /** What is right is on show, and why for whoever unfolds it. */
  isShown: boolean;
  onSay: (option: string) => void;
}

function TestQuestion({ card, number, said, isOver, isShown, onSay }: TestQuestionProps) {
  const { exercise, about, settings, actions, times, rules, runAddress, explain } = card;
  const { question, place, scenarioId } = exercise;
  const name = useId();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const say = (option: string) => PREDICT_TEXTS.sayOption(question, option);
  const isRight = said === question.right;
  const showAnswer = () =>
    runAddress ? showRunCell(scenarioId, runAddress, place) : showCell(scenarioId, place);
  return (
    <div className={exerciseStyles.exercise} data-verdict={isShown ? isRight : undefined}>
      <fieldset disabled={isOver}>
        {/* What the run is there to show would give the answer away. */}
        <legend>
          {TEST_TEXTS.sayNumber(number)}
          {isShown && about ? `: ${about}` : null}
        </legend>
        <RunContextView settings={settings} actions={actions} times={times} />
        <p>{TEST_TEXTS.sayQuestion(question)}</p>
        <div className={exerciseStyles.options}>
          {question.options.map((option) => (
            <label
              key={option}
              data-chosen={said === option}
              data-right={isShown && option === question.right ? true : undefined}
            >
              <input
                type="radio"
                name={name}
                checked={said === option}
                onChange={() => onSay(option)}
              />
              {say(option)}
            </label>
          ))}
          <label data-chosen={said === UNKNOWN}>
            <input
              type="radio"
              name={name}
              checked={said === UNKNOWN}
              onChange={() => onSay(UNKNOWN)}
            />
            {TEST_TEXTS.unknown}
          </label>
        </div>
      </fieldset>
      {isShown ? (
        <div className={exerciseStyles.verdict}>
          <p>
            <strong>
              {isRight
                ? EXERCISE_TEXTS.sayRight(say(question.right))
                : said === undefined || said === UNKNOWN
                  ? TEST_TEXTS.sayUnknown(say(question.right))
                  : EXERCISE_TEXTS.sayWrong(say(said), say(question.right))}
            </strong>
          </p>
          <details onToggle={({ currentTarget }) => setIsUnfolded(currentTarget.open)}>
            <summary className={styles.unfold}>{TEST_TEXTS.why}</summary>
            {isUnfolded ? (
              <>
                <Reasons exercise={exercise} />
                {isRight || said === undefined || said === UNKNOWN ? null : (
                  <PickReason id={exercise.id} said={said} name={say(said)} explain={explain} />
                )}
                <Rules rules={rules} />
                <Button onClick={() => void showAnswer()}>{EXERCISE_TEXTS.showCell}</Button>
              </>
            ) : null}
          </details>
        </div>
      ) : null}
    </div>
  );
}

/** What comes after a test: the lesson after the first, the other test where that is still to be done. */
function NextStep({ time, seed }: TestAddress) {
  const other = time === 'before' ? 'after' : 'before';
  const isOtherOver = usePractise(
    ({ tests }) => tests[formatTest({ time: other, seed })]?.isOver === true,
  );
  if (isOtherOver) return <Comparison seed={seed} />;
  return (
    <div className={styles.row}>
      {time === 'before' ? (
        <WayLink way="learn" className={styles.goOn}>
          {TEST_TEXTS.learn}
        </WayLink>
      ) : null}
      <WayLink way="test" item={formatTest({ time: other, seed })}>
        {TEST_TEXTS[other]}
      </WayLink>
    </div>
  );
}

/** That what was right is held back, and what it costs to look. */
const Held = ({ onShow }: { onShow: () => void }) => (
  <>
    <p>{TEST_TEXTS.held}</p>
    <div className={styles.row}>
      <Button onClick={onShow}>{TEST_TEXTS.show}</Button>
    </div>
  </>
);

/** Marks what was said of a card. */
function toMark(card: TestCard, said: Said): Mark {
  const { topic, exercise } = card;
  const isUnknown = (said[exercise.id] ?? UNKNOWN) === UNKNOWN;
  const mark = isRightIn(card, said) ? 'right' : isUnknown ? 'unknown' : 'wrong';
  return { id: exercise.id, topic, mark };
}

interface TestFormProps {
  address: TestAddress;
  cards: readonly TestCard[];
}

const NOTHING_SAID: Said = {};

/** All questions of a test; nothing is told of any before all are answered, before the lesson only how many were right. What was said is kept. */
export function TestForm({ address, cards }: TestFormProps) {
  const { time, seed } = address;
  const key = formatTest(address);
  const said = usePractise(({ tests }) => tests[key]?.said ?? NOTHING_SAID);
  const isOver = usePractise(({ tests }) => tests[key]?.isOver === true);
  const isAsked = usePractise(({ tests }) => tests[key]?.isShown === true);
  const isAfterOver = usePractise(
    ({ tests }) => tests[formatTest({ time: 'after', seed })]?.isOver === true,
  );
  // What is told before the lesson would be measured with it.
  const isHeld = time === 'before' && !isAsked && !isAfterOver;
  const [missing, setMissing] = useState(0);
  const [justDone, setJustDone] = useState(false);
  const result = useRef<HTMLHeadingElement>(null);
  // The questions have got longer above it. A test that was over before is read from its top.
  useEffect(() => {
    if (justDone) result.current?.focus();
  }, [justDone]);
  const marks = cards.map((card) => toMark(card, said));
  const finish = () => {
    const left = cards.filter(({ exercise }) => !Object.hasOwn(said, exercise.id)).length;
    setMissing(left);
    if (left === 0) usePractise.getState().handIn(key);
    setJustDone(left === 0);
  };
  return (
    <Form className={styles.part}>
      <h3>
        {TEST_TEXTS.times[time]} · {TEST_TEXTS.seed} {seed}
      </h3>
      <p className={styles.minutes}>{EXERCISE_TEXTS.servers}</p>
      {cards.map((card, i) => (
        <TestQuestion
          key={card.exercise.id}
          card={card}
          number={i + 1}
          said={said[card.exercise.id]}
          isOver={isOver}
          isShown={isOver && !isHeld}
          onSay={(option) => usePractise.getState().sayInTest(key, card.exercise.id, option)}
        />
      ))}
      {isOver ? (
        <h4 ref={result} tabIndex={-1}>
          {TEST_TEXTS.sayScore(marks.filter(({ mark }) => mark === 'right').length, marks.length)}
        </h4>
      ) : null}
      <p role="status">{!isOver && missing > 0 ? TEST_TEXTS.sayLeft(missing) : null}</p>
      <div className={styles.row}>
        {isOver ? (
          <CopyButton text={TEST_TEXTS.sayResult(time, seed, marks)} label={TEST_TEXTS.copy} />
        ) : (
          <SendButton onSend={finish}>{TEST_TEXTS.finish}</SendButton>
        )}
      </div>
      {isOver && isHeld ? <Held onShow={() => usePractise.getState().showAnswers(key)} /> : null}
      {isOver ? <NextStep time={time} seed={seed} /> : null}
      {/* Before the lesson it is the lesson that tells them. */}
      {isOver && time === 'after' ? <Missed cards={cards} said={said} /> : null}
    </Form>
  );
}
