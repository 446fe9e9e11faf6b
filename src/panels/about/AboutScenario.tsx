import { useState } from 'react';
import { ABOUT_TEXTS } from '../../lesson/texts/panels/walk/about.ts';
import { RESULT_TEXTS } from '../../lesson/texts/panels/walk/result.ts';
import { findScenarioNote } from '../../lesson/texts/scenarios/findScenarioNote.ts';
import { stateSettings } from '../../lesson/texts/settings/changedSettings.ts';
import { markTerms } from '../../lesson/texts/terms/markTerms.ts';
import { toSourceAddress } from '../../lesson/texts/terms/sources.ts';
import {
  skipQuestion,
  useComingAnswer,
  useComingQuestion,
} from '../../player/asking/useComingQuestion.ts';
import { useRun } from '../../player/position/useStep.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Rich } from '../../ui/text/Rich.tsx';
import styles from './AboutScenario.module.css';
import { HeldQuestion } from './HeldQuestion.tsx';

function Source({ name }: { name: string }) {
  const address = toSourceAddress(name);
  return (
    <li>
      {address ? (
        <a href={address} target="_blank" rel="noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
    </li>
  );
}

const walk = toScenario(usePlayer.getInitialState().run);

/** The settings that the run on show is to be judged by. */
function Stated() {
  const { scenario } = useRun();
  const settings = stateSettings(scenario, walk.settings);
  return settings.length > 0 ? <p className={styles.settings}>{settings.join(' · ')}</p> : null;
}

/** The question that a Scenario answers, the explanation, and where that is written down; of any run what is asked while the verdict is held back. */
export function AboutScenario() {
  const { scenario, result, isWalk } = useRun();
  const { id, title, question } = scenario;
  const isChanged = usePlayer(({ original }) => original !== null);
  const [openId, setOpenId] = useState<string | null>(null);
  const note = findScenarioNote(id);
  const open = openId === id;
  const asked = useComingQuestion();
  const coming = useComingAnswer();
  const [toldId, setToldId] = useState<string | null>(null);
  const held = asked ?? (toldId === id ? null : coming);
  const task = usePlayer((player) => player.task);
  const isVerdictHeld = usePlayer(({ verdict }) => verdict === 'held');
  if (isVerdictHeld) {
    return (
      <section aria-label={ABOUT_TEXTS.sayName(title)} className={styles.about} data-alone>
        {isWalk ? null : <h2 className={styles.question}>{question}</h2>}
        <Stated />
        <HeldQuestion />
      </section>
    );
  }
  if (held !== null) {
    return (
      <section aria-label={ABOUT_TEXTS.sayName(title)} className={styles.about}>
        <h2 className={styles.question}>{question}</h2>
        <div className={styles.answer} data-held>
          <p className={styles.text} data-open={false}>
            {asked === null ? ABOUT_TEXTS.sayHeld(held) : ABOUT_TEXTS.sayAsked(asked)}
          </p>
          {task ? null : (
            <button
              type="button"
              className={styles.more}
              onClick={() => {
                setToldId(id);
                if (asked !== null) skipQuestion(asked);
              }}
            >
              {ABOUT_TEXTS.show}
            </button>
          )}
          <Stated />
        </div>
      </section>
    );
  }
  return (
    <section aria-label={ABOUT_TEXTS.sayName(title)} className={styles.about}>
      <h2 className={styles.question}>{question}</h2>
      <div className={styles.answer}>
        <p id="about-text" className={styles.text} data-open={open}>
          {isChanged ? (
            <>
              <strong className={styles.short}>{RESULT_TEXTS.sayChanged(result)}</strong>{' '}
              {RESULT_TEXTS.original} {note?.short}
            </>
          ) : (
            <strong className={styles.short}>{note?.short}</strong>
          )}{' '}
          <Rich parts={markTerms([note?.text ?? ''])} tabIndex={-1} />
        </p>
        <button
          type="button"
          className={styles.more}
          aria-expanded={open}
          aria-controls="about-text"
          onClick={() => setOpenId(open ? null : id)}
        >
          {open ? ABOUT_TEXTS.less : ABOUT_TEXTS.more}
        </button>
        {open ? (
          <ul className={styles.sources} aria-label={ABOUT_TEXTS.sources}>
            {note?.sources.map((name) => (
              <Source key={name} name={name} />
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  );
}
