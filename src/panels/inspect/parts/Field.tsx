import type { ReactNode } from 'react';
import styles from '../Inspect.module.css';
import fieldStyles from './Field.module.css';

interface FieldProps {
  id: string;
  label: string;
  /** Says more of it, below. */
  note?: string | null;
  /** The note says what is wrong. */
  isWrong?: boolean;
  children: ReactNode;
}

/** A labelled control; its note has the ID that `aria-describedby` names. */
export function Field({ id, label, note, isWrong = false, children }: FieldProps) {
  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id}>{label}</label>
      {children}
      {note ? (
        <p id={`${id}-note`} className={styles.note} data-wrong={isWrong || undefined}>
          {note}
        </p>
      ) : null}
    </div>
  );
}

/** What keeps a field from being remembered, corrected or sent to a spelling service. */
export const PRIVATE = {
  autoComplete: 'off',
  autoCapitalize: 'off',
  autoCorrect: 'off',
  spellCheck: false,
} as const;
