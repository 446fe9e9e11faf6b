import { useRef } from 'react';
import { SAVE_TEXTS } from '../../lesson/texts/panels/whatIf.ts';
import { toLink } from '../../player/address/toLink.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { useWhatIf } from '../../player/whatIf/useWhatIf.ts';
import { CopyButton } from '../../ui/controls/CopyButton.tsx';
import { SaveButton } from '../../ui/controls/SaveButton.tsx';
import styles from './SaveRun.module.css';

export const FILE_NAME = 'authtrace-run.json';

function OpenFile() {
  const input = useRef<HTMLInputElement>(null);
  const open = async () => {
    const file = input.current?.files?.[0];
    if (file) await useWhatIf.getState().openFile(file);
    // The same file can be chosen again, after it was put right.
    if (input.current) input.current.value = '';
  };
  return (
    <label className={styles.open}>
      {SAVE_TEXTS.open}
      <input
        ref={input}
        type="file"
        aria-label={SAVE_TEXTS.openFile}
        className="visually-hidden"
        accept=".json,application/json"
        onChange={() => void open()}
      />
    </label>
  );
}

function Link() {
  const link = usePlayer((player) => toLink(player, window.location));
  if (link !== null) return <CopyButton text={link} label={SAVE_TEXTS.copyLink} />;
  return <p>{SAVE_TEXTS.tooLong}</p>;
}

/** Keeps a run, to open it again or hand it on. */
export function SaveRun() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields that are sent
    <div role="group" aria-label={SAVE_TEXTS.name} className={styles.save}>
      <SaveButton
        name={FILE_NAME}
        makeText={() => useWhatIf.getState().toFile()}
        aria-label={SAVE_TEXTS.saveAsFile}
      >
        {SAVE_TEXTS.save}
      </SaveButton>
      <OpenFile />
      <Link />
    </div>
  );
}
