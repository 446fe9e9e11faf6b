import type { CellTelling } from '../../../lesson/telling.ts';
import { LANE_NAMES } from '../../../lesson/texts/lanes.ts';
import { EXERCISE_TEXTS } from '../../../lesson/texts/practise/exercise.ts';
import type { LearnPart } from '../../../lesson/texts/practise/learn.ts';
import { LEARN_TEXTS } from '../../../lesson/texts/practise/learn.ts';
import { showRun, showStep } from '../../../player/practise/openWay.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { makeLearn } from '../../../player/practise/runs/makeLearn.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { toScenario } from '../../../player/runs/toldRun.ts';
import { usePlayer } from '../../../player/usePlayer.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { ExerciseForm } from '../exercise/ExerciseForm.tsx';
import { Making } from '../exercise/Making.tsx';
import { Rules } from '../exercise/Rules.tsx';
import { RunContextView } from '../exercise/RunContextView.tsx';
import { WayLink } from '../list/WayLink.tsx';
import styles from '../Practise.module.css';

/** A lane's words at a step, and what was computed there. */
function Cell({ told: { text, detail } }: { told: CellTelling }) {
  return (
    <td>
      {text}
      {detail ? <code className={styles.detail}>{detail}</code> : null}
    </td>
  );
}

/** What both lanes do at each step of a part, without what the steps are called. */
function PartSteps({ first, last }: Pick<LearnPart, 'first' | 'last'>) {
  const { telling } = usePlayer.getInitialState().run;
  const steps = Array.from({ length: last - first + 1 }, (_, i) => telling.at(first + i));
  return (
    <table className={`${styles.table} ${styles.inLanes}`}>
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
            <Cell told={row.session} />
            <Cell told={row.token} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CaseProps {
  part: LearnPart;
  number: number;
  /** What came of an earlier answer. */
  answered: boolean | undefined;
  onAnswer: (isRight: boolean) => void;
}

/** What a part asks of a run; after the answer the rule that decides, and the principle. */
function Case({ part: { id, principles }, number, answered, onAnswer }: CaseProps) {
  const key = `${id} ${number}`;
  const { value: made, problem, isMaking } = useMade(key, () => makeLearn(id, number));
  if (!made) return <Making isMaking={isMaking} problem={problem} />;
  const { exercise, settings, actions, times, runAddress, rules, explain } = made;
  return (
    <>
      <RunContextView settings={settings} actions={actions} times={times} />
      <ExerciseForm
        exercise={exercise}
        answered={answered}
        onAnswer={onAnswer}
        explain={explain}
        onShow={() => void showRun(exercise.scenarioId, runAddress, exercise.place.step)}
        showName={LEARN_TEXTS.showRun}
      >
        <Rules rules={rules} />
        <p className={styles.principle}>
          <strong>{LEARN_TEXTS.principle}:</strong> {principles[number]}
        </p>
      </ExerciseForm>
    </>
  );
}

/** Where to go on after a part: to the next one, and from the last one to what it was for. */
function GoOn({ next }: { next: LearnPart | undefined }) {
  return (
    <section aria-label={next ? LEARN_TEXTS.next : LEARN_TEXTS.goOn} className={styles.part}>
      {next ? null : <p>{LEARN_TEXTS.goOnFor}</p>}
      <div className={styles.row}>
        {next ? (
          <WayLink way="learn" item={next.id} className={styles.goOn}>
            {LEARN_TEXTS.next}: {next.name}
          </WayLink>
        ) : (
          <WayLink way="challenge" className={styles.goOn}>
            {LEARN_TEXTS.challenge}
          </WayLink>
        )}
      </div>
    </section>
  );
}

/** How a part's question is headed; the last one is about a run like the walk. */
const toHeading = ({ principles }: LearnPart, number: number) => {
  if (number === 0) return LEARN_TEXTS.asked;
  return number === principles.length - 1 ? LEARN_TEXTS.alike : LEARN_TEXTS.another;
};

interface PartPageProps {
  part: LearnPart;
  next: LearnPart | undefined;
  /** The number of its one question that the address names; `null` shows all of the part. */
  only: number | null;
}

/** A part of the walk: its steps, what they mean, and the same asked where one thing is changed. */
export function PartPage({ part, next, only }: PartPageProps) {
  const { id, name, about, first, principles } = part;
  const walk = toScenario(usePlayer.getInitialState().run).id;
  const done = usePractise((practise) => practise.done);
  const addresses = principles.map((_, number) => `learn/${id}.${number}`);
  const answers = addresses.map((address) => done[address]);
  const unsaid = answers.indexOf(undefined);
  const isOver = unsaid === -1;
  const answer = (number: number) => (isRight: boolean) => {
    const address = `learn/${id}.${number}`;
    // The first answer to each counts: whoever tries again knows what is right.
    if (done[address] !== undefined) return;
    const { mark } = usePractise.getState();
    mark(address, isRight);
    const now = answers.with(number, isRight);
    if (!now.includes(undefined)) mark(`learn/${id}`, now.every(Boolean));
  };
  const cases = principles.map((principle, number) => (
    <section key={principle} aria-labelledby={`case-${number}`} className={styles.part}>
      <h4 id={`case-${number}`}>
        <WayLink way="learn" item={`${id}.${number}`} className={styles.own}>
          {toHeading(part, number)}
        </WayLink>
      </h4>
      {number === 0 || only !== null ? (
        <p className={styles.minutes}>{EXERCISE_TEXTS.servers}</p>
      ) : null}
      <Case part={part} number={number} answered={answers[number]} onAnswer={answer(number)} />
    </section>
  ));
  if (only !== null)
    return (
      <section aria-labelledby="part" className={styles.part}>
        <h3 id="part">
          <WayLink way="learn" item={id} className={styles.own}>
            {name}
          </WayLink>
        </h3>
        {cases[only]}
        {answers[only] === undefined ? null : (
          <div className={styles.row}>
            <WayLink way="learn" item={id} className={styles.goOn}>
              {LEARN_TEXTS.sayGoOn(name)}
            </WayLink>
          </div>
        )}
      </section>
    );
  return (
    <section aria-labelledby="part" className={styles.part}>
      <h3 id="part">{name}</h3>
      <p>{about}</p>
      <PartSteps first={first} last={part.last} />
      <div className={styles.row}>
        <Button onClick={() => void showStep(walk, first)}>{LEARN_TEXTS.walk}</Button>
      </div>
      {cases.slice(0, isOver ? undefined : unsaid + 1)}
      {isOver ? <GoOn next={next} /> : null}
    </section>
  );
}
