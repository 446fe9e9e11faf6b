import { SECRET_OPTIONS } from '../../../lesson/texts/settings/serverWords.ts';
import { applySettings } from '../../../player/whatIf/applySettings.ts';
import { isStoreOutside } from '../../../player/whatIf/readSetting.ts';
import type { Settings } from '../../../sim/settings.ts';
import { Choice } from '../rows/Choices.tsx';
import { Seconds } from '../rows/Seconds.tsx';

interface ServerFieldsProps {
  settings: Settings;
  /** The Scenario's own. */
  own: Settings;
}

/** What there is to say about the servers themselves: the clock of each, and how long their store takes. */
export function ServerFields({ settings, own }: ServerFieldsProps) {
  const { clockOffset = 0, second, session, secretAtBoot = 'fixed' } = settings;
  const { storeLatencyMs = 0 } = session;
  return (
    <>
      <Choice
        name="secretAtBoot"
        options={SECRET_OPTIONS}
        value={secretAtBoot}
        changed={secretAtBoot !== (own.secretAtBoot ?? 'fixed')}
        onChange={(value) => void applySettings((now) => ({ ...now, secretAtBoot: value }))}
      />
      <Seconds
        name="clockOffset"
        setting="clockOffset"
        value={clockOffset}
        changed={clockOffset !== (own.clockOffset ?? 0)}
        apply={(seconds) => applySettings((now) => ({ ...now, clockOffset: seconds }))}
      />
      {/* There for every run, so that the form is as high in each. */}
      <Seconds
        name="secondClockOffset"
        setting="second.clockOffset"
        value={second?.clockOffset ?? 0}
        changed={(second?.clockOffset ?? 0) !== (own.second?.clockOffset ?? 0)}
        disabled={second === undefined}
        apply={(seconds) =>
          applySettings((now) => ({ ...now, second: { ...now.second, clockOffset: seconds } }))
        }
      />
      <Seconds
        name="storeLatencyMs"
        setting="session.storeLatencyMs"
        isShort
        value={storeLatencyMs}
        changed={storeLatencyMs !== (own.session.storeLatencyMs ?? 0)}
        disabled={!isStoreOutside(settings) || session.dataIn === 'cookie'}
        apply={(milliseconds) =>
          applySettings((now) => ({
            ...now,
            session: { ...now.session, storeLatencyMs: milliseconds },
          }))
        }
      />
    </>
  );
}
