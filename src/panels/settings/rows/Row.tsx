import type { ReactNode } from 'react';
import { SETTINGS_TEXTS } from '../../../lesson/texts/panels/settings.ts';
import type { FormRow } from '../../../player/whatIf/settingsThatCount.ts';
import styles from './Row.module.css';
import { useRowMatters, useSoughtRow } from './useRowMatters.ts';

interface RowProps {
  name: FormRow;
  /** The control's ID; its label, explanation and problem are tied to it. */
  id: string;
  label: ReactNode;
  meaning: ReactNode;
  /** The control stands under its label, as wide as the row. */
  wide?: boolean;
  /** The setting is not the Scenario's own. */
  changed?: boolean;
  problem?: ReactNode;
  children: ReactNode;
}

/** One setting: label and control in a line, what it does below, and what is wrong with it. */
export function Row(props: RowProps) {
  const { name, id, label, meaning, wide, changed, problem, children } = props;
  const rest = useRowMatters(name, changed === true || Boolean(problem)) ? undefined : true;
  useSoughtRow(name, id);
  return (
    <div
      className={styles.row}
      data-wide={wide || undefined}
      data-changed={changed || undefined}
      data-setting={name}
      data-rest={rest}
    >
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.control}>{children}</div>
      <p id={`${id}-meaning`} className={styles.meaning}>
        {changed ? <span className={styles.changed}>{SETTINGS_TEXTS.changed} </span> : null}
        {meaning}
      </p>
      {problem}
    </div>
  );
}
