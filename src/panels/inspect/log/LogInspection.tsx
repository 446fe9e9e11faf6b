import { type ChangeEvent, useId } from 'react';
import { MAX_LOG } from '../../../lesson/inspect/log/readLog.ts';
import { LOG_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/log.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { useLogDraft } from '../drafts.ts';
import styles from '../Inspect.module.css';
import { Field, PRIVATE } from '../parts/Field.tsx';
import { LogResult } from './LogResult.tsx';
import { type Told, tellText } from './tellText.ts';

/** Shows what is known now; what was asked for before is not shown any more. */
function begin(told: Told): number {
  const turn = useLogDraft.getState().turn + 1;
  useLogDraft.setState({ told, turn });
  return turn;
}

async function show(read: () => Promise<string>): Promise<void> {
  const turn = begin({ type: 'reading' });
  const told = await tellText(read);
  if (useLogDraft.getState().turn === turn) useLogDraft.setState({ told });
}

/** A HAR file or a curl log: read on this page, and masked before anything of it is shown. */
export function LogInspection() {
  const id = useId();
  const told = useLogDraft((draft) => draft.told);
  const take = (text: string) => {
    if (text !== '') void show(async () => text);
  };
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (!file) return;
    // How large it is shows before a byte is read.
    if (file.size > MAX_LOG) begin({ type: 'problem', problem: 'tooLarge' });
    else void show(() => file.text());
    currentTarget.value = '';
  };
  return (
    <div className={styles.sides}>
      <div className={styles.form}>
        <Field id={id} label={TEXTS.paste} note={TEXTS.pasteNote}>
          <textarea
            id={id}
            rows={4}
            value=""
            aria-describedby={`${id}-note`}
            onPaste={(event) => {
              // A field that holds megabytes is slow; and what is in it would be on show.
              event.preventDefault();
              take(event.clipboardData.getData('text'));
            }}
            onChange={({ currentTarget }) => take(currentTarget.value)}
            {...PRIVATE}
          />
        </Field>
        <Field id={`${id}-file`} label={TEXTS.file} note={TEXTS.sayLimit(MAX_LOG)}>
          <input
            id={`${id}-file`}
            type="file"
            accept=".har,.json,.log,.txt"
            aria-describedby={`${id}-file-note`}
            onChange={choose}
          />
        </Field>
        {told === null ? (
          <Button onClick={() => take(TEXTS.example)}>{TEXTS.tryExample}</Button>
        ) : null}
      </div>
      <section aria-label={TEXTS.verdict} className={styles.result}>
        <LogResult told={told} />
      </section>
    </div>
  );
}
