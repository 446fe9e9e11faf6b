import {
  CORS_OPTIONS,
  CREDENTIALS_OPTIONS,
  PAGE_PLACE_OPTIONS,
} from '../../../lesson/texts/settings/originWords.ts';
import { applySettings } from '../../../player/whatIf/applySettings.ts';
import {
  FIRST_FRONT_END,
  readPagePlace,
  withPagePlace,
} from '../../../player/whatIf/readSetting.ts';
import type { FrontEnd, Settings } from '../../../sim/settings.ts';
import { Choice } from '../rows/Choices.tsx';

interface OriginFieldsProps {
  settings: Settings;
  /** The Scenario's own. */
  own: Settings;
}

const apply = (change: Partial<FrontEnd>) =>
  applySettings((now) =>
    now.frontEnd ? { ...now, frontEnd: { ...now.frontEnd, ...change } } : now,
  );

/** Where the page is, and what it and the server say about that. */
export function OriginFields({ settings, own }: OriginFieldsProps) {
  const { frontEnd } = settings;
  const place = readPagePlace(settings);
  return (
    <>
      <Choice
        name="pagePlace"
        options={PAGE_PLACE_OPTIONS}
        value={place}
        changed={place !== readPagePlace(own)}
        onChange={(chosen) => void applySettings((now) => withPagePlace(now, chosen, own))}
      />
      {frontEnd ? (
        <>
          <Choice
            name="credentials"
            options={CREDENTIALS_OPTIONS}
            value={frontEnd.credentials}
            changed={frontEnd.credentials !== (own.frontEnd ?? FIRST_FRONT_END).credentials}
            onChange={(credentials) => void apply({ credentials })}
          />
          <Choice
            name="cors"
            options={CORS_OPTIONS}
            value={frontEnd.cors}
            changed={frontEnd.cors !== (own.frontEnd ?? FIRST_FRONT_END).cors}
            onChange={(cors) => void apply({ cors })}
          />
        </>
      ) : null}
    </>
  );
}
