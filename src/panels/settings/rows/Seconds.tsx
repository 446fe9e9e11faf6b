import { formatDuration } from '../../../lesson/page/format.ts';
import { SETTINGS_TEXTS } from '../../../lesson/texts/panels/settings.ts';
import type { SettingName } from '../../../lesson/texts/settings/settingWords.ts';
import { SETTING_WORDS } from '../../../lesson/texts/settings/settingWords.ts';
import { readSeconds } from '../../../player/whatIf/readSetting.ts';
import styles from './Seconds.module.css';
import { TextField } from './TextField.tsx';

interface SecondsProps {
  name: SettingName;
  setting: Parameters<typeof readSeconds>[1];
  value: number;
  changed?: boolean;
  disabled?: boolean;
  /** In milliseconds, which need no larger unit. */
  isShort?: boolean;
  apply: (seconds: number) => Promise<string | null>;
}

/** Says seconds in larger units; those before zero with their sign. */
const sayInUnits = (value: number) => `${value < 0 ? '−' : ''}${formatDuration(Math.abs(value))}`;

/** A time in seconds; what that is in minutes, hours or days stands before it. */
export function Seconds({ name, setting, value, changed, disabled, isShort, apply }: SecondsProps) {
  return (
    <TextField
      name={name}
      {...SETTING_WORDS[name]}
      kind="number"
      value={value}
      format={String}
      read={(text) => readSeconds(text, setting)}
      apply={apply}
      changed={changed ?? false}
      disabled={disabled ?? false}
    >
      <span>{isShort ? SETTINGS_TEXTS.milliseconds : SETTINGS_TEXTS.seconds}</span>
      <span className={styles.human}>
        {isShort || Math.abs(value) < 60 ? '' : sayInUnits(value)}
      </span>
    </TextField>
  );
}
