import { useState } from 'react';
import type { BeliefId } from '../../../lesson/exercises/beliefs.ts';
import { BELIEF_IDS, isSo } from '../../../lesson/exercises/beliefs.ts';
import { PREDICT_TEXTS } from '../../../lesson/texts/panels/check/predict.ts';
import { BELIEF_WORDS, WHY_TEXTS } from '../../../lesson/texts/practise/beliefs.ts';
import { LEARN_TEXTS } from '../../../lesson/texts/practise/learn.ts';
import { showCell } from '../../../player/practise/openWay.ts';
import { usePractise } from '../../../player/practise/practiseProgress.ts';
import type { MadeBelief } from '../../../player/practise/runs/makeBelief.ts';
import { makeBelief } from '../../../player/practise/runs/makeBelief.ts';
import { useMade } from '../../../player/practise/useMade.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Icon } from '../../../ui/controls/Icon.tsx';
import { Making } from '../exercise/Making.tsx';
import { Reasons } from '../exercise/Reasons.tsx';
import { RunContextView } from '../exercise/RunContextView.tsx';
import { WayLink } from '../list/WayLink.tsx';
import styles from '../Practise.module.css';

/** What the run says to it: the answer, the step's own sentence, and the payload where that is the point. */
function Evidence({ made }: { made: MadeBelief }) {
  const { exercise, payload, secrets, settings, actions, times } = made;
  const { question } = exercise;
  const answer = PREDICT_TEXTS.sayOption(question, question.right);
  return (
    <>
      <RunContextView settings={settings} actions={actions} times={times} />
      <p>
        <strong>{WHY_TEXTS.sayEngine(PREDICT_TEXTS.sayQuestion(question), answer)}</strong>
      </p>
      <Reasons exercise={exercise} />
      {payload ? (
        <dl aria-label={WHY_TEXTS.readable} className={styles.claims}>
          {payload.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {secrets ? (
        <>
          <p>{WHY_TEXTS.secrets}</p>
          <dl aria-label={WHY_TEXTS.secrets} className={styles.claims}>
            {secrets.map(({ length, exp }) => (
              <div key={length}>
                <dt>{WHY_TEXTS.saySecret(length)}</dt>
                <dd>
                  <code>{exp}</code>
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </>
  );
}

/** Whether one believes it; then what the run says to it, what is so, and why it seems otherwise. */
export function BeliefCard({ id }: { id: BeliefId }) {
  const { belief, truth, seems } = BELIEF_WORDS[id];
  const [believed, setBelieved] = useState<boolean | null>(null);
  const { value: made, problem, isMaking } = useMade(id, () => makeBelief(id));
  const isTrue = isSo(id);
  const next = BELIEF_IDS[BELIEF_IDS.indexOf(id) + 1];
  const answer = (isBelieved: boolean) => {
    setBelieved(isBelieved);
    usePractise.getState().mark(`why/${id}`, isBelieved === isTrue);
  };
  return (
    <article aria-labelledby="belief" className={styles.part}>
      <h3 id="belief">“{belief}”</h3>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons are no fields */}
      <div role="group" aria-label={WHY_TEXTS.believed} className={styles.row}>
        <span aria-hidden="true">{WHY_TEXTS.believed}</span>
        <Button aria-pressed={believed === true} onClick={() => answer(true)}>
          {WHY_TEXTS.yes}
        </Button>
        <Button aria-pressed={believed === false} onClick={() => answer(false)}>
          {WHY_TEXTS.no}
        </Button>
      </div>
      <div role="status" className={styles.part}>
        {believed === null ? null : (
          <>
            <p>
              <strong>
                <Icon name={believed === isTrue ? 'check' : 'cross'} size={14} />{' '}
                {WHY_TEXTS.sayVerdict(believed, isTrue)}
              </strong>
            </p>
            {made ? <Evidence made={made} /> : <Making isMaking={isMaking} problem={problem} />}
            <h4>{WHY_TEXTS.soTitle}</h4>
            <p>{truth}</p>
            <h4>{WHY_TEXTS.seemsTitle}</h4>
            <p>{seems}</p>
          </>
        )}
      </div>
      {believed === null || !made ? null : (
        <div className={styles.row}>
          <Button
            look="strong"
            onClick={() => void showCell(made.exercise.scenarioId, made.exercise.place)}
          >
            {WHY_TEXTS.run}
          </Button>
          {next ? (
            <WayLink way="why" item={next}>
              {WHY_TEXTS.next}
            </WayLink>
          ) : (
            <WayLink way="challenge">{LEARN_TEXTS.challenge}</WayLink>
          )}
        </div>
      )}
    </article>
  );
}
