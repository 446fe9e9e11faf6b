import { useState } from 'react';
import { SAME_SITE_OPTIONS } from '../../lesson/texts/settingWords.ts';
import { applySettings } from '../../player/whatIf/applySettings.ts';
import type { SessionSettings } from '../../sim/settings.ts';
import { Choice, Switch } from './Choices.tsx';
import { CookieFields } from './CookieFields.tsx';
import { Seconds } from './Seconds.tsx';

interface SessionFieldsProps {
  session: SessionSettings;
  /** The Scenario's own. */
  own: SessionSettings;
}

const SWITCHES = [
  'rolling',
  'secure',
  'httpOnly',
  'saveUninitialized',
  'regenerate',
  'resave',
  'countsVisits',
  'destroyAtLogout',
  'clearCookieAtLogout',
  'clearsWithAttributes',
  'expiresAtBoot',
  'maxAgeInSeconds',
  'copiesUser',
  'endAllAtPasswordChange',
] as const;

const apply = (change: Partial<SessionSettings>) =>
  applySettings((now) => ({ ...now, session: { ...now.session, ...change } }));

/** What there is to say about the session and its cookie. */
export function SessionFields({ session, own }: SessionFieldsProps) {
  const { lifetime } = session;
  // What a browser session has put aside.
  const [last, setLast] = useState(lifetime ?? 900);
  if (lifetime !== null && lifetime !== last) setLast(lifetime);
  const [rolling, ...rest] = SWITCHES.map((name) => (
    <Switch
      key={name}
      name={name}
      checked={session[name] === true}
      changed={(session[name] ?? false) !== (own[name] ?? false)}
      onChange={(checked) => void apply({ [name]: checked })}
    />
  ));
  return (
    <>
      <Seconds
        name="sessionLifetime"
        setting="session.lifetime"
        value={last}
        changed={lifetime !== null && lifetime !== own.lifetime}
        disabled={lifetime === null}
        apply={(seconds) => apply({ lifetime: seconds })}
      />
      <Switch
        name="browserSession"
        checked={lifetime === null}
        changed={(lifetime === null) !== (own.lifetime === null)}
        onChange={(checked) => void apply({ lifetime: checked ? null : last })}
      />
      {rolling}
      <Seconds
        name="absoluteLifetime"
        setting="session.absoluteLifetime"
        value={session.absoluteLifetime ?? 0}
        changed={(session.absoluteLifetime ?? 0) !== (own.absoluteLifetime ?? 0)}
        apply={(seconds) => apply({ absoluteLifetime: seconds })}
      />
      <Choice
        name="sameSite"
        options={SAME_SITE_OPTIONS}
        value={session.sameSite ?? 'unset'}
        changed={session.sameSite !== own.sameSite}
        onChange={(value) => void apply({ sameSite: value === 'unset' ? null : value })}
      />
      <CookieFields session={session} own={own} />
      {rest}
    </>
  );
}
