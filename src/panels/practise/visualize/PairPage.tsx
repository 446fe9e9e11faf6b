import type { PairId } from '../../../lesson/exercises/pairs.ts';
import { LANE_NAMES } from '../../../lesson/texts/lanes.ts';
import { PAIR_TEXTS, PAIR_WORDS } from '../../../lesson/texts/practise/visualize.ts';
import { openWay, showRun } from '../../../player/practise/openWay.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import type { PairRun } from '../../../player/practise/runs/makePair.ts';
import { makePair } from '../../../player/practise/runs/makePair.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Rich } from '../../../ui/text/Rich.tsx';
import { ExerciseForm } from '../exercise/ExerciseForm.tsx';
import { Making } from '../exercise/Making.tsx';
import { RunContextView } from '../exercise/RunContextView.tsx';
import practise from '../Practise.module.css';
import styles from './PairPage.module.css';

const LANES = ['session', 'token'] as const;

interface RunViewProps {
  number: number;
  scenarioId: string;
  run: PairRun;
}

/** What came of one of the two runs: the verdict of each lane, and why. */
function RunView({ number, scenarioId, run: { name, told, runAddress } }: RunViewProps) {
  return (
    <section aria-labelledby={`came-${number}`} className={styles.run}>
      <h4 id={`came-${number}`}>
        {PAIR_TEXTS.runNames[number]}: {name}
      </h4>
      <dl>
        {LANES.map((lane) => (
          <div key={lane} data-lane={lane} className={styles.lane}>
            <dt>
              {LANE_NAMES[lane]}:{' '}
              <strong data-tone={told[lane].answer.tone}>{told[lane].answer.word}</strong>
            </dt>
            <dd>
              <Rich parts={told[lane].sentence} />
            </dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => void showRun(scenarioId, runAddress, told.step)}>
        {PAIR_TEXTS.show}
      </Button>
    </section>
  );
}

/** Two runs that differ in one thing: which lets whom in, then both side by side, and the principle. */
export function PairPage({ id, next }: { id: PairId; next: PairId | null }) {
  const { name, principle } = PAIR_WORDS[id];
  const { value: made, problem, isMaking } = useMade(id, () => makePair(id));
  return (
    <section aria-labelledby="pair" className={practise.part}>
      <h3 id="pair">{name}</h3>
      {made ? (
        <>
          <RunContextView {...made.context} />
          <dl aria-label={PAIR_TEXTS.differs} className={styles.pair}>
            {made.runs.map((run, i) => (
              <div key={run.name}>
                <dt>{PAIR_TEXTS.runNames[i]}</dt>
                <dd>{run.name}</dd>
              </div>
            ))}
          </dl>
          <ExerciseForm
            exercise={made.exercise}
            explain={made.explain}
            onAnswer={(isRight) => usePractise.getState().mark(`visualize/${id}`, isRight)}
            onShow={() => openWay('visualize', next)}
            showName={next ? PAIR_TEXTS.next : PAIR_TEXTS.all}
            reasons={
              <section aria-label={PAIR_TEXTS.beside} className={styles.beside}>
                {made.runs.map((run, i) => (
                  <RunView
                    key={run.name}
                    number={i}
                    run={run}
                    scenarioId={made.exercise.scenarioId}
                  />
                ))}
              </section>
            }
          >
            <p className={practise.principle}>
              <strong>{PAIR_TEXTS.principle}:</strong> {principle}
            </p>
          </ExerciseForm>
        </>
      ) : (
        <Making isMaking={isMaking} problem={problem} />
      )}
    </section>
  );
}
