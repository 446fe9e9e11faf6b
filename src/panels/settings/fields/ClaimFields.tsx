import { SETTINGS_TEXTS } from '../../../lesson/texts/panels/settings.ts';
import { SETTING_WORDS } from '../../../lesson/texts/settings/settingWords.ts';
import { applySettings } from '../../../player/whatIf/applySettings.ts';
import { readNotBefore, readTokenName } from '../../../player/whatIf/readSetting.ts';
import type { TokenSettings } from '../../../sim/settings.ts';
import { TextField } from '../rows/TextField.tsx';

interface ClaimFieldsProps {
  token: TokenSettings;
  /** The Scenario's own. */
  own: TokenSettings;
}

const NAMES = ['audience', 'issuer'] as const;
type Name = (typeof NAMES)[number] | 'notBefore';

/** Leaves out what is not set, as the Scenarios do. */
const apply = (name: Name, value: string | number | undefined) =>
  applySettings(({ token: { [name]: _, ...token }, ...rest }) => ({
    ...rest,
    token: value === undefined ? token : { ...token, [name]: value },
  }));

/** The registered claims that a token may have besides. */
export function ClaimFields({ token, own }: ClaimFieldsProps) {
  return (
    <>
      <TextField
        name="notBefore"
        {...SETTING_WORDS.notBefore}
        kind="number"
        value={token.notBefore}
        format={(seconds) => (seconds === undefined ? '' : String(seconds))}
        read={readNotBefore}
        apply={(seconds) => apply('notBefore', seconds)}
        changed={token.notBefore !== own.notBefore}
      >
        <span>{SETTINGS_TEXTS.seconds}</span>
      </TextField>
      {NAMES.map((name) => (
        <TextField
          key={name}
          name={name}
          {...SETTING_WORDS[name]}
          value={token[name]}
          format={(text) => text ?? ''}
          read={(text) => readTokenName(text, name)}
          apply={(text) => apply(name, text)}
          changed={token[name] !== own[name]}
        />
      ))}
    </>
  );
}
