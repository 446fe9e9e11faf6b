import { useState } from 'react';
import type { Measure, MeasureId } from '../../../lesson/exercises/measures.ts';
import { findEach, MEASURE_IDS, MEASURES } from '../../../lesson/exercises/measures.ts';
import { NO_SIGNATURES } from '../../../lesson/texts/notices/noSignatures.ts';
import { CHALLENGE_TEXTS } from '../../../lesson/texts/practise/goals.ts';
import { MEASURE_WORDS, PERFORMANCE_TEXTS } from '../../../lesson/texts/practise/performance.ts';
import { measureSignatures } from '../../../player/practise/measureSignatures.ts';
import { showRun } from '../../../player/practise/openWay.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import { makeMeasure } from '../../../player/practise/runs/makeMeasure.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { ExerciseForm } from '../exercise/ExerciseForm.tsx';
import { Making } from '../exercise/Making.tsx';
import { OwnHeading } from '../list/OwnHeading.tsx';
import { NoItem } from '../NoItem.tsx';
import styles from '../Practise.module.css';
import type { WayProps } from '../wayProps.ts';
import { Growth } from './Growth.tsx';

/** What something costs: said first, then counted. */
function MeasurePart({ id }: { id: MeasureId }) {
  const { name, unit, means } = MEASURE_WORDS[id];
  const { along, counts }: Measure = MEASURES[id];
  const { value: made, problem, isMaking } = useMade(id, () => makeMeasure(id));
  return (
    <section aria-labelledby={`measure-${id}`} className={styles.part}>
      <OwnHeading id={`measure-${id}`} way="performance" item={id}>
        {name}
      </OwnHeading>
      {made ? (
        <ExerciseForm
          exercise={made.exercise}
          explain={made.explain}
          onAnswer={(isRight) => usePractise.getState().mark(`performance/${id}`, isRight)}
          onShow={() =>
            void showRun(made.exercise.scenarioId, made.runAddress, made.exercise.place.step)
          }
          showName={CHALLENGE_TEXTS.showRun}
          reasons={<p>{means}</p>}
          shown={
            <>
              <Growth
                points={made.points}
                along={along}
                unit={unit}
                isOfStore={counts.includes('storeReads')}
              />
              <p>
                {along === 'data'
                  ? null
                  : PERFORMANCE_TEXTS.sayEach(along, findEach(made.points), unit)}{' '}
                {made.crossing
                  ? PERFORMANCE_TEXTS.sayCrossing(along, made.crossing.at, made.crossing.counted)
                  : null}
              </p>
              <p>{PERFORMANCE_TEXTS.sayFrom(along, made.points.at(-1)?.at ?? 0)}</p>
            </>
          }
        />
      ) : (
        <Making isMaking={isMaking} problem={problem} />
      )}
    </section>
  );
}

/** How many signatures this browser makes in a second, once it is asked to. */
function SigningPart() {
  const [said, setSaid] = useState('');
  const measure = () => {
    setSaid(PERFORMANCE_TEXTS.measuring);
    measureSignatures().then(
      (rate) => setSaid(PERFORMANCE_TEXTS.sayRate(rate)),
      () => setSaid(NO_SIGNATURES),
    );
  };
  return (
    <section aria-labelledby="signing" className={styles.part}>
      <h3 id="signing">{PERFORMANCE_TEXTS.signing}</h3>
      <div className={styles.row}>
        <Button onClick={measure}>{PERFORMANCE_TEXTS.measure}</Button>
        <p role="status">{said}</p>
      </div>
    </section>
  );
}

/** What both cost: all measures, or the one that the address names. */
export function Performance({ item }: WayProps) {
  const named = MEASURE_IDS.find((id) => id === item);
  return (
    <>
      {item !== null && !named ? <NoItem item={item} /> : null}
      {(named ? [named] : MEASURE_IDS).map((id) => (
        <MeasurePart key={id} id={id} />
      ))}
      <SigningPart />
    </>
  );
}
