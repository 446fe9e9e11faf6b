import { PROXY_OPTIONS } from '../../../lesson/texts/settings/originWords.ts';
import { applySettings } from '../../../player/whatIf/applySettings.ts';
import type { Settings } from '../../../sim/settings.ts';
import { Choice, Switch } from '../rows/Choices.tsx';

interface ProxyFieldsProps {
  settings: Settings;
  /** The Scenario's own. */
  own: Settings;
}

type ProxyChoice = (typeof PROXY_OPTIONS)[number][0];

function readChoice({ tlsProxy }: Settings): ProxyChoice {
  if (!tlsProxy) return 'none';
  if (!tlsProxy.tells) return tlsProxy.trusted ? 'silent' : 'bare';
  return tlsProxy.trusted ? 'trusted' : 'untrusted';
}

function withProxy({ tlsProxy: _, ...rest }: Settings, choice: ProxyChoice): Settings {
  if (choice === 'none') return rest;
  const tells = choice === 'trusted' || choice === 'untrusted';
  const trusted = choice === 'trusted' || choice === 'silent';
  // Such a proxy is there so that browsers have https.
  const origin = rest.origin.replace(/^http:/, 'https:');
  return { ...rest, origin, tlsProxy: { tells, trusted } };
}

const applyAuto = (isAuto: boolean) =>
  applySettings((now) => ({
    ...now,
    session: { ...now.session, secure: isAuto ? 'auto' : false },
  }));

/** What stands between browser and server, and what the server makes of it. */
export function ProxyFields({ settings, own }: ProxyFieldsProps) {
  const choice = readChoice(settings);
  const isAuto = settings.session.secure === 'auto';
  return (
    <>
      <Choice
        name="tlsProxy"
        options={PROXY_OPTIONS}
        value={choice}
        changed={choice !== readChoice(own)}
        onChange={(chosen) => void applySettings((now) => withProxy(now, chosen))}
      />
      {settings.tlsProxy || isAuto ? (
        <Switch
          name="secureAuto"
          checked={isAuto}
          changed={isAuto !== (own.session.secure === 'auto')}
          onChange={(checked) => void applyAuto(checked)}
        />
      ) : null}
    </>
  );
}
