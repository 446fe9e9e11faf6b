import { findInspection } from '../../lesson/texts/inspect/findInspection.ts';
import { INSPECT_TEXTS } from '../../lesson/texts/inspect/shell.ts';
import { openInspection } from '../../player/inspect/openInspection.ts';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './QuestionTable.module.css';

/** Leads to where something of one's own is pasted, where a text asks about that. */
export function InspectionHint({ text }: { text: string }) {
  const kind = findInspection(text);
  if (kind === null) return null;
  const open = () => {
    openInspection(kind);
    window.scrollTo({ top: 0 });
  };
  return (
    <p className={styles.hint}>
      {INSPECT_TEXTS.own}{' '}
      <Button look="link" onClick={open}>
        {INSPECT_TEXTS.sayPaste(kind)}
      </Button>
    </p>
  );
}
