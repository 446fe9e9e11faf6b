import { CopyButton } from '../../ui/controls/CopyButton.tsx';
import styles from './ShareWays.module.css';

interface ToCopyProps {
  text: string;
  label: string;
  name: string;
}

/** A text to copy, shown whole in one line that can be selected. */
export function ToCopy({ text, label, name }: ToCopyProps) {
  return (
    <div className={styles.copy}>
      <input readOnly value={text} aria-label={name} onFocus={(event) => event.target.select()} />
      <CopyButton text={text} label={label} />
    </div>
  );
}
