import { type ChangeEvent, useId, useRef, useState } from 'react';
import { MAX_LOG } from '../../../lesson/inspect/log/readLog.ts';
import { LOG_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/log.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from '../Inspect.module.css';
import { Field, PRIVATE } from '../parts/Field.tsx';
import { LogResult } from './LogResult.tsx';
import { type Told, tellText } from './tellText.ts';

/** A HAR file or a curl log: read on this page, and masked before anything of it is shown. */
export function LogInspection() {
  const id = useId();
  const [told, setTold] = useState<Told | null>(null);
  const turn = useRef(0);
  const show = async (read: () => Promise<string>) => {
    turn.current += 1;
    const own = turn.current;
    setTold({ type: 'reading' });
    const next = await tellText(read);
    // The last one that was asked for is shown, however long each takes.
    if (own === turn.current) setTold(next);
  };
  const take = (text: string) => {
    if (text !== '') void show(async () => text);
  };
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (!file) return;
    turn.current += 1;
    // How large it is shows before a byte is read.
    if (file.size > MAX_LOG) setTold({ type: 'problem', problem: 'tooLarge' });
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
