import { useId } from 'react';
import styles from './Segmented.module.css';

interface SegmentedProps<T extends string> {
  label?: string;
  /** ID of what names it, where that is to be read. */
  labelledBy?: string;
  options: readonly (readonly [value: T, label: string])[];
  /** `null`: none is chosen yet. */
  value: T | null;
  onChange: (value: T) => void;
  /** Each option stands for itself, as longer ones do. */
  apart?: boolean;
}

/** A choice of a few, all in view: a group of radios that looks like one control. */
export function Segmented<T extends string>({
  label,
  labelledBy,
  options,
  value,
  onChange,
  apart,
}: SegmentedProps<T>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-labelledby={labelledBy}
      className={styles.group}
      data-apart={apart}
    >
      {options.map(([option, text]) => (
        <label key={option} className={styles.option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}
