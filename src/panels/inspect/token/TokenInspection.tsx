import { useId } from 'react';
import { makeExample } from '../../../lesson/inspect/token/change.ts';
import { MAX_TOKEN, readToken } from '../../../lesson/inspect/token/readToken.ts';
import type { SecretForm } from '../../../lesson/inspect/token/verdict.ts';
import { TOKEN_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/token.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { useTokenDraft } from '../drafts.ts';
import styles from '../Inspect.module.css';
import fieldStyles from '../parts/Field.module.css';
import { Field, PRIVATE } from '../parts/Field.tsx';
import { ClockField, readClock, toClock } from './ClockField.tsx';
import { TokenChange } from './TokenChange.tsx';
import { TokenParts } from './TokenParts.tsx';
import { TokenResult } from './TokenResult.tsx';
import { readNow, useOwnClock } from './useOwnClock.ts';

const FORMS = Object.entries(TEXTS.forms) as [SecretForm, string][];

/** A token: what is in it, whether its signature fits, and what becomes of it when it is changed. */
export function TokenInspection() {
  const id = useId();
  const { text, secret, form, ...draft } = useTokenDraft();
  const read = readToken(text);
  const own = useOwnClock(read);
  const clock = draft.clock ?? toClock(own.now);
  const now = readClock(clock);
  const change = (next: Partial<ReturnType<typeof useTokenDraft.getState>>) => {
    useTokenDraft.setState(next);
    own.look();
  };
  const showExample = async () => {
    const { exampleSecret } = TEXTS;
    change({
      text: await makeExample(exampleSecret, (draft.clock === null ? null : now) ?? readNow()),
      secret: exampleSecret,
    });
  };
  return (
    <div className={styles.sides}>
      <div className={styles.form}>
        <Field id={id} label={TEXTS.token}>
          <textarea
            id={id}
            rows={6}
            maxLength={MAX_TOKEN}
            placeholder={TEXTS.example}
            value={text}
            onChange={({ currentTarget }) => change({ text: currentTarget.value })}
            {...PRIVATE}
          />
        </Field>
        {text === '' ? (
          <Button onClick={() => void showExample()}>{TEXTS.tryExample}</Button>
        ) : null}
        <Field id={`${id}-secret`} label={TEXTS.secret} note={TEXTS.secretNote}>
          <textarea
            id={`${id}-secret`}
            rows={2}
            aria-describedby={`${id}-secret-note`}
            value={secret}
            onChange={({ currentTarget }) => change({ secret: currentTarget.value })}
            {...PRIVATE}
          />
        </Field>
        <div className={fieldStyles.field}>
          <span id={`${id}-form`}>{TEXTS.form}</span>
          <Segmented
            labelledBy={`${id}-form`}
            options={FORMS}
            value={form}
            onChange={(next) => change({ form: next })}
          />
        </div>
        <ClockField
          value={clock}
          onChange={(next) => change({ clock: next })}
          onNow={() => change({ clock: null })}
        />
      </div>
      <section aria-label={TEXTS.verdict} className={styles.result}>
        {read.token === '' ? (
          <p>{TEXTS.nothing}</p>
        ) : (
          <>
            <TokenResult token={read.token} secret={secret} form={form} now={now} />
            <TokenParts read={read} now={now ?? 0} />
            {read.kind === 'jws' ? (
              <TokenChange
                read={read}
                secret={secret}
                form={form}
                onChange={(next) => change({ text: next })}
              />
            ) : null}
          </>
        )}
      </section>
    </div>
  );
}
