import type { ReactNode } from 'react';
import { useId, useRef } from 'react';
import type { Read } from '../../../player/whatIf/readSetting.ts';
import type { FormRow } from '../../../player/whatIf/settingsThatCount.ts';
import { ProblemText } from './ProblemText.tsx';
import { Row } from './Row.tsx';
import { useDraft } from './useDraft.ts';

interface TextFieldProps<T> {
  name: FormRow;
  label: string;
  /** What the setting does; it may depend on the text, and on whether that is refused. */
  meaning: ReactNode | ((text: string, isWrong: boolean) => ReactNode);
  value: T;
  format: (value: T) => string;
  read: (text: string) => Read<T>;
  apply: (value: T) => Promise<string | null>;
  /** `lines`: a text of several lines; `number`: digits with a unit; else a line as wide as the row. */
  kind?: 'line' | 'lines' | 'number';
  changed?: boolean;
  disabled?: boolean;
  placeholder?: string;
  /** Stands beside the field. */
  children?: ReactNode;
}

/** A field to type in. Nothing in it is kept by the browser, checked by a spelling service or lost. */
export function TextField<T>(props: TextFieldProps<T>) {
  const {
    name,
    label,
    meaning,
    kind = 'line',
    changed = false,
    disabled,
    placeholder,
    children,
  } = props;
  const { text, problem, change, settle, leave, revert } = useDraft(props);
  // A text is wrong before it has rested and is told to be.
  const isWrong = () => problem !== null || 'problem' in props.read(text);
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const goTo = (position: number) => {
    field.current?.focus();
    const [char = ''] = text.slice(position, position + 2);
    field.current?.setSelectionRange(position, position + char.length);
  };
  const common = {
    id,
    ref: field,
    value: text,
    disabled,
    placeholder,
    autoComplete: 'off',
    autoCapitalize: 'off',
    autoCorrect: 'off',
    spellCheck: false,
    'aria-invalid': problem !== null,
    'aria-describedby': problem ? `${id}-problem ${id}-meaning` : `${id}-meaning`,
    onChange: ({ target }: { target: { value: string } }) => change(target.value),
    onBlur: leave,
  };
  return (
    <Row
      name={name}
      id={id}
      label={label}
      meaning={typeof meaning === 'function' ? meaning(text, isWrong()) : meaning}
      wide={kind !== 'number'}
      changed={changed}
      problem={
        problem ? (
          <ProblemText
            id={`${id}-problem`}
            problem={problem}
            text={text}
            onGoTo={goTo}
            onRevert={() => {
              revert();
              field.current?.focus();
            }}
          />
        ) : null
      }
    >
      {kind === 'lines' ? (
        <textarea {...common} rows={4} />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={kind === 'number' ? 'numeric' : 'text'}
          onKeyDown={({ key }) => {
            if (key === 'Enter') settle();
          }}
        />
      )}
      {children}
    </Row>
  );
}
