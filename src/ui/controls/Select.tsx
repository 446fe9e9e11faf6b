import styles from './Select.module.css';

type Options<T extends string> = readonly (readonly [value: T, label: string])[];

interface SelectProps<T extends string> {
  label: string;
  /** Shown before the control; the name is `label` either way. */
  caption?: string;
  options: Options<T>;
  /** More options, under headings. */
  groups?: readonly (readonly [heading: string, options: Options<T>])[];
  value: T;
  onChange: (value: T) => void;
  /** -1 where the keyboard gets to it in another way. */
  tabIndex?: -1;
}

/** A choice from a list: the browser's own combobox. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, caption, options, groups = [], value, onChange, tabIndex } = props;
  const list = (some: Options<T>) =>
    some.map(([option, text]) => (
      <option key={option} value={option}>
        {text}
      </option>
    ));
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
        tabIndex={tabIndex}
        onChange={(event) => {
          const all = [...options, ...groups.flatMap(([, some]) => some)];
          const chosen = all.find(([option]) => option === event.target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {list(options)}
        {groups.map(([heading, some]) => (
          <optgroup key={heading} label={heading}>
            {list(some)}
          </optgroup>
        ))}
      </select>
    </span>
  );
}
