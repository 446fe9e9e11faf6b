import { type ComponentProps, useState } from 'react';
import { SAVING_TEXTS } from '../../lesson/texts/shell/saving.ts';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import styles from './SaveButton.module.css';
import { mayBeBlocked, saveFile } from './saveFile.ts';

type SaveButtonProps = Omit<ComponentProps<typeof Button>, 'name' | 'onClick' | 'type'> & {
  /** Of the file. */
  name: string;
  type?: string;
  makeText: () => string | Promise<string>;
};

/** Saves a text as a file; where the browser may have dropped it, says so and has the text to copy. */
export function SaveButton({ name, type, makeText, ...rest }: SaveButtonProps) {
  const [unsure, setUnsure] = useState<string | null>(null);
  const save = async () => {
    const text = await makeText();
    saveFile(name, text, type);
    if (mayBeBlocked()) setUnsure(text);
  };
  return (
    <>
      <Button {...rest} onClick={() => void save()} />
      {unsure === null ? null : (
        <div className={styles.unsure}>
          <p role="alert">{SAVING_TEXTS.mayBeBlocked}</p>
          <textarea readOnly rows={2} value={unsure} aria-label={SAVING_TEXTS.text} />
          <CopyButton text={unsure} label={SAVING_TEXTS.copy} />
        </div>
      )}
    </>
  );
}
