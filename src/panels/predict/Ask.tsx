import { useEffect, useId, useRef, useState } from 'react';
import { PREDICT_TEXTS } from '../../lesson/texts/panels/check/predict.ts';
import { stateDeciding } from '../../lesson/texts/settings/changedSettings.ts';
import type { Question } from '../../lesson/told/question.ts';
import { settle } from '../../player/asking/openQuestion.ts';
import { useRun } from '../../player/position/useStep.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Form, SendButton } from '../../ui/controls/Form.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import styles from './Predict.module.css';

/** Puts the focus into a question, and all of it in view where it stands above a stage that fills the window; a phone's sheet is in view. */
function show(form: HTMLFormElement | null) {
  form?.querySelector('input')?.focus({ preventScroll: true });
  const isSheet = form?.parentElement && getComputedStyle(form.parentElement).position === 'fixed';
  if (!isSheet) form?.scrollIntoView?.({ block: 'nearest' });
}

/** The question before the next step. Takes the focus from the button pressed, and gives it back after the answer. */
export function Ask({ question }: { question: Question }) {
  const titleId = useId();
  const form = useRef<HTMLFormElement>(null);
  const isUsed = useRef(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const asked = usePlayer((player) => player.asking !== null);
  const task = usePlayer((player) => player.task);
  const { isWalk, scenario } = useRun();
  const { step, options } = question;
  const settings = isWalk ? [] : stateDeciding(scenario);
  useEffect(() => {
    const here = form.current;
    // Who has gone into it and steps on by a key goes on at what steps on.
    const before = asked ? document.activeElement : document.querySelector('[data-main]');
    if (asked) show(here);
    return () => {
      const active = document.activeElement;
      const isLost = active === null || active === document.body || here?.contains(active);
      if (isLost && (asked || isUsed.current) && before instanceof HTMLElement)
        before.focus({ preventScroll: true });
    };
  }, [asked]);
  return (
    <Form
      ref={form}
      className={styles.ask}
      onKeyDown={(event) => {
        isUsed.current = true;
        if (event.key !== 'Escape' || task) return;
        event.preventDefault();
        settle(usePlayer, step, null);
      }}
    >
      <fieldset aria-label={PREDICT_TEXTS.name} className={styles.group}>
        <p id={titleId} className={styles.question}>
          {isWalk ? null : (
            <span className={styles.context}>
              {scenario.question} {settings.length > 0 ? `${settings.join(' · ')}. ` : null}
            </span>
          )}
          {PREDICT_TEXTS.sayQuestion(question)}
        </p>
        <Segmented
          apart
          labelledBy={titleId}
          options={options.map((option) => [option, PREDICT_TEXTS.sayOption(question, option)])}
          value={chosen}
          onChange={setChosen}
        />
        <div className={styles.buttons}>
          <SendButton
            aria-disabled={chosen === null}
            onSend={() => {
              if (chosen !== null) settle(usePlayer, step, chosen);
            }}
          >
            {PREDICT_TEXTS.check}
          </SendButton>
          {task ? null : (
            <Button onClick={() => settle(usePlayer, step, null)} title={PREDICT_TEXTS.skipKey}>
              {PREDICT_TEXTS.skip}
            </Button>
          )}
        </div>
      </fieldset>
    </Form>
  );
}
