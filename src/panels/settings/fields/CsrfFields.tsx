import { CSRF_OPTIONS } from '../../../lesson/texts/settings/originWords.ts';
import { applySettings } from '../../../player/whatIf/applySettings.ts';
import type { Settings } from '../../../sim/settings.ts';
import { Choice, Switch } from '../rows/Choices.tsx';

interface CsrfFieldsProps {
  settings: Settings;
  /** The Scenario's own. */
  own: Settings;
}

/** A CSRF token is kept in a store. */
const WITHOUT_TOKEN = CSRF_OPTIONS.filter(([value]) => value !== 'token');

function withCheck({ csrf: _, ...rest }: Settings, csrf: Settings['csrf'] | 'none'): Settings {
  return csrf === undefined || csrf === 'none' ? rest : { ...rest, csrf };
}

function withBlocked({ thirdPartyCookies: _, ...rest }: Settings, isBlocked: boolean): Settings {
  return isBlocked ? { ...rest, thirdPartyCookies: 'blocked' } : rest;
}

/** What stands against the forms and fetches of other sites: at the server, and in the browser. */
export function CsrfFields({ settings, own }: CsrfFieldsProps) {
  const isBlocked = settings.thirdPartyCookies === 'blocked';
  return (
    <>
      <Choice
        name="csrf"
        options={settings.session.dataIn === 'cookie' ? WITHOUT_TOKEN : CSRF_OPTIONS}
        value={settings.csrf ?? 'none'}
        changed={settings.csrf !== own.csrf}
        onChange={(csrf) => void applySettings((now) => withCheck(now, csrf))}
      />
      <Switch
        name="thirdPartyBlocked"
        checked={isBlocked}
        changed={isBlocked !== (own.thirdPartyCookies === 'blocked')}
        onChange={(checked) => void applySettings((now) => withBlocked(now, checked))}
      />
    </>
  );
}
