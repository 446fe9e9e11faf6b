import { useId } from 'react';
import type { SettingName } from '../../../lesson/texts/settings/settingWords.ts';
import { SETTING_WORDS } from '../../../lesson/texts/settings/settingWords.ts';
import control from '../../../ui/controls/Select.module.css';
import { Row } from './Row.tsx';

interface SwitchProps {
  name: SettingName;
  checked: boolean;
  changed?: boolean;
  onChange: (checked: boolean) => void;
}

/** A setting that is on or off; it applies at once. */
export function Switch({ name, checked, changed = false, onChange }: SwitchProps) {
  const id = useId();
  const { label, meaning } = SETTING_WORDS[name];
  return (
    <Row name={name} id={id} label={label} meaning={meaning} changed={changed}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={`${id}-meaning`}
        onChange={({ target }) => onChange(target.checked)}
      />
    </Row>
  );
}

interface ChoiceProps<T extends string> {
  name: SettingName;
  options: readonly (readonly [value: T, label: string])[];
  value: T;
  changed?: boolean;
  onChange: (value: T) => void;
}

/** A setting with a few values; it applies at once. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { name, options, value, changed = false, onChange } = props;
  const id = useId();
  const { label, meaning } = SETTING_WORDS[name];
  return (
    <Row name={name} id={id} label={label} meaning={meaning} changed={changed}>
      <span className={control.field}>
        <select
          id={id}
          value={value}
          aria-describedby={`${id}-meaning`}
          onChange={({ target }) => {
            const chosen = options.find(([option]) => option === target.value);
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
    </Row>
  );
}
