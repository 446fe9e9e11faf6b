import styles from './Select.module.css';

interface SelectProps<T extends string> {
  label: string;
  /** Shown before the control; the name is `label` either way. */
  caption?: string;
  options: readonly (readonly [value: T, label: string])[];
  value: T;
  onChange: (value: T) => void;
}

/** A choice from a list: the browser's own combobox. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, caption, options, value, onChange } = props;
  return (
    <span className={styles.field}>
      {caption ? (
        <span className={styles.caption} aria-hidden="true">
          {caption}
        </span>
      ) : null}
      <select
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
