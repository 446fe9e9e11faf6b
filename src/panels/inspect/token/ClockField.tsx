import { useId } from 'react';
import { TOKEN_INSPECT_TEXTS as TEXTS } from '../../../lesson/texts/inspect/token.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import fieldStyles from '../parts/Field.module.css';
import { Field } from '../parts/Field.tsx';

/** Writes NumericDate seconds as the field has them, in UTC. */
export const toClock = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(0, 19);

/** Reads what the field has, as UTC; `null` for no date. */
export function readClock(text: string): number | null {
  const ms = Date.parse(`${text}Z`);
  return Number.isNaN(ms) ? null : ms / 1000;
}

interface ClockFieldProps {
  value: string;
  onChange: (value: string) => void;
  onNow: () => void;
}

/** The clock by which a token is judged. */
export function ClockField({ value, onChange, onNow }: ClockFieldProps) {
  const id = useId();
  const isWrong = readClock(value) === null;
  return (
    <Field id={id} label={TEXTS.clock} note={isWrong ? TEXTS.noClock : null} isWrong={isWrong}>
      <div className={fieldStyles.row}>
        <input
          id={id}
          type="datetime-local"
          step={1}
          value={value}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-note` : undefined}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
        <Button onClick={onNow}>{TEXTS.now}</Button>
      </div>
    </Field>
  );
}
