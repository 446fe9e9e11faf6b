import { useState } from 'react';
import { SAME_SITE_OPTIONS } from '../../../lesson/texts/settings/cookieWords.ts';
import { DATA_IN_OPTIONS, STORE_OPTIONS } from '../../../lesson/texts/settings/sessionWords.ts';
import { applySettings } from '../../../player/whatIf/applySettings.ts';
import { withDataIn } from '../../../player/whatIf/withDataIn.ts';
import type { SessionSettings } from '../../../sim/settings.ts';
import { Choice, Switch } from '../rows/Choices.tsx';
import { Seconds } from '../rows/Seconds.tsx';
import { CookieFields } from './CookieFields.tsx';

interface SessionFieldsProps {
  session: SessionSettings;
  /** The Scenario's own. */
  own: SessionSettings;
}

/** Those that say something where there is no store. */
const COOKIE_SWITCHES = ['secure', 'httpOnly', 'copiesUser'] as const;

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
  const inCookie = session.dataIn === 'cookie';
  const toSwitch = (name: (typeof SWITCHES)[number]) => (
    <Switch
      key={name}
      name={inCookie && name === 'copiesUser' ? 'copiesUserIntoCookie' : name}
      checked={session[name] === true}
      changed={(session[name] ?? false) !== (own[name] ?? false)}
      onChange={(checked) => void apply({ [name]: checked })}
    />
  );
  const [rolling, ...rest] = SWITCHES.map(toSwitch);
  return (
    <>
      <Choice
        name="dataIn"
        options={DATA_IN_OPTIONS}
        value={session.dataIn ?? 'store'}
        changed={inCookie !== (own.dataIn === 'cookie')}
        onChange={(value) => void applySettings((now) => withDataIn(now, value, own))}
      />
      {inCookie ? null : (
        <Choice
          name="store"
          options={STORE_OPTIONS}
          value={session.store ?? 'memory'}
          changed={(session.store ?? 'memory') !== (own.store ?? 'memory')}
          onChange={(store) => void apply({ store })}
        />
      )}
      <Seconds
        name={inCookie ? 'cookieLifetime' : 'sessionLifetime'}
        setting="session.lifetime"
        value={last}
        changed={lifetime !== null && lifetime !== own.lifetime}
        disabled={lifetime === null}
        apply={(seconds) => apply({ lifetime: seconds })}
      />
      <Switch
        name={inCookie ? 'cookieBrowserSession' : 'browserSession'}
        checked={lifetime === null}
        changed={(lifetime === null) !== (own.lifetime === null)}
        onChange={(checked) => void apply({ lifetime: checked ? null : last })}
      />
      {inCookie ? null : (
        <>
          {rolling}
          <Seconds
            name="absoluteLifetime"
            setting="session.absoluteLifetime"
            value={session.absoluteLifetime ?? 0}
            changed={(session.absoluteLifetime ?? 0) !== (own.absoluteLifetime ?? 0)}
            apply={(seconds) => apply({ absoluteLifetime: seconds })}
          />
        </>
      )}
      <Choice
        name="sameSite"
        options={SAME_SITE_OPTIONS}
        value={session.sameSite ?? 'unset'}
        changed={session.sameSite !== own.sameSite}
        onChange={(value) => void apply({ sameSite: value === 'unset' ? null : value })}
      />
      {inCookie ? null : <CookieFields session={session} own={own} />}
      {inCookie ? COOKIE_SWITCHES.map(toSwitch) : rest}
    </>
  );
}
