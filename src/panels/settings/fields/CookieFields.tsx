import { SETTING_WORDS } from '../../../lesson/texts/settings/settingWords.ts';
import { applySettings } from '../../../player/whatIf/applySettings.ts';
import { readCookieSetting } from '../../../player/whatIf/readSetting.ts';
import type { SessionSettings } from '../../../sim/settings.ts';
import { TextField } from '../rows/TextField.tsx';

interface CookieFieldsProps {
  session: SessionSettings;
  /** The Scenario's own. */
  own: SessionSettings;
}

const NAMES = ['cookieName', 'cookieDomain'] as const;

/** Leaves out what is not set, as the Scenarios do. */
const apply = (name: (typeof NAMES)[number] | 'nextCookieDomain', value: string | undefined) =>
  applySettings(({ session: { [name]: _, ...session }, ...rest }) => ({
    ...rest,
    session: { ...session, ...(value !== undefined && { [name]: value }) },
  }));

/** What the cookie is called, and which hosts get it. */
export function CookieFields({ session, own }: CookieFieldsProps) {
  const { nextCookieDomain } = session;
  return (
    <>
      {NAMES.map((name) => (
        <TextField
          key={name}
          name={name}
          {...SETTING_WORDS[name]}
          value={session[name]}
          format={(text) => text ?? ''}
          read={(text) => readCookieSetting(text, name)}
          apply={(text) => apply(name, text)}
          changed={session[name] !== own[name]}
        />
      ))}
      {nextCookieDomain !== undefined && (
        <TextField
          name="nextCookieDomain"
          {...SETTING_WORDS.nextCookieDomain}
          value={nextCookieDomain || undefined}
          format={(text) => text ?? ''}
          read={(text) => readCookieSetting(text, 'cookieDomain')}
          apply={(text) => apply('nextCookieDomain', text ?? '')}
          changed={nextCookieDomain !== own.nextCookieDomain}
        />
      )}
    </>
  );
}
