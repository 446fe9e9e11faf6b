import { useMemo, useState } from 'react';
import { SETTINGS_TEXTS } from '../../lesson/texts/panels/settings.ts';
import {
  DRAWN_SECRETS_NOTE,
  SECOND_SECRETS_NOTE,
  SECRETS_NOTE,
} from '../../lesson/texts/settings/secretWords.ts';
import { SETTING_WORDS } from '../../lesson/texts/settings/settingWords.ts';
import { toScenario } from '../../player/runs/toldRun.ts';
import { usePlayer } from '../../player/usePlayer.ts';
import { applySettings, resetSettings, useSettings } from '../../player/whatIf/applySettings.ts';
import { isStoreOutside, readPayload } from '../../player/whatIf/readSetting.ts';
import { listSettingsThatCount } from '../../player/whatIf/settingsThatCount.ts';
import type { JsonObject } from '../../sim/bytes/json.ts';
import type { Settings } from '../../sim/settings.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Form } from '../../ui/controls/Form.tsx';
import { AnswerFields } from './fields/AnswerFields.tsx';
import { CsrfFields } from './fields/CsrfFields.tsx';
import { OriginFields } from './fields/OriginFields.tsx';
import { ProxyFields } from './fields/ProxyFields.tsx';
import { ServerFields } from './fields/ServerFields.tsx';
import { SessionFields } from './fields/SessionFields.tsx';
import { TokenFields } from './fields/TokenFields.tsx';
import { Outcome } from './Outcome.tsx';
import { Group } from './rows/Group.tsx';
import { isSame } from './rows/isSame.ts';
import { SessionSecrets, TokenSecret } from './rows/Secrets.tsx';
import { TextField } from './rows/TextField.tsx';
import { MatterContext, useRowMatters } from './rows/useRowMatters.ts';
import styles from './SettingsBody.module.css';

const formatPayload = (payload: JsonObject | undefined) =>
  payload === undefined ? '' : JSON.stringify(payload, null, 2);

/** Leaves the payload out where there is none, as the Scenarios do. */
function withPayload({ payload: _, ...rest }: Settings, payload: JsonObject | undefined): Settings {
  return payload === undefined ? rest : { ...rest, payload };
}

function toSecretsNote({ second, secretAtBoot }: Settings): string {
  if (secretAtBoot === 'random') return DRAWN_SECRETS_NOTE;
  return second?.sessionSecrets || second?.tokenSecret ? SECOND_SECRETS_NOTE : '';
}

function SecretsNote({ settings }: { settings: Settings }) {
  const rest = useRowMatters('secrets', false) ? undefined : true;
  return (
    <p className={styles.note} data-rest={rest}>
      {toSecretsNote(settings)} {SECRETS_NOTE}
    </p>
  );
}

/**
 * The settings of the run on the screen; each valid change runs its Actions again. Those that count in
 * it are seen, the others on demand.
 */
export function SettingsBody() {
  const settings = useSettings();
  const own = usePlayer(({ original, run }) => toScenario(original ?? run).settings);
  const { id, actions } = usePlayer(({ run }) => toScenario(run));
  const walk = toScenario(usePlayer.getInitialState().run).settings;
  const matter = useMemo(
    () => ({ id, rows: listSettingsThatCount({ settings, actions }, walk) }),
    [id, settings, actions, walk],
  );
  const [resets, setResets] = useState(0);
  const [all, setAll] = useState(false);
  const { session, token, payload } = settings;
  return (
    <Form className={styles.form} autoComplete="off" noValidate>
      <p className={styles.intro}>{SETTINGS_TEXTS.note}</p>
      <Outcome />
      {/* Another key: what was typed and could not be read goes, too. */}
      <MatterContext value={matter}>
        <div key={resets} id="settings" className={styles.groups} data-all={all || undefined}>
          <Group title={SETTINGS_TEXTS.session} lane="session">
            <SessionFields session={session} own={own.session} />
          </Group>
          <div>
            <Group title={SETTINGS_TEXTS.token} lane="token">
              <TokenFields
                token={token}
                own={own.token}
                hasStore={isStoreOutside(settings) && session.dataIn !== 'cookie'}
              />
            </Group>
            <Group title={SETTINGS_TEXTS.answers}>
              <AnswerFields settings={settings} own={own} />
            </Group>
            <Group title={SETTINGS_TEXTS.servers}>
              <ServerFields settings={settings} own={own} />
            </Group>
            <Group title={SETTINGS_TEXTS.pageAndServer}>
              <OriginFields settings={settings} own={own} />
              <CsrfFields settings={settings} own={own} />
              <ProxyFields settings={settings} own={own} />
            </Group>
            <Group title={SETTINGS_TEXTS.payloadAndSecrets}>
              <TextField
                name="payload"
                {...SETTING_WORDS.payload}
                kind="lines"
                placeholder={SETTINGS_TEXTS.payloadExample}
                value={payload}
                changed={!isSame(payload, own.payload)}
                format={formatPayload}
                read={readPayload}
                apply={(read) => applySettings((now) => withPayload(now, read))}
              />
              <SessionSecrets
                secrets={session.secrets}
                changed={!isSame(session.secrets, own.session.secrets)}
              />
              <TokenSecret secret={token.secret} changed={token.secret !== own.token.secret} />
              <SecretsNote settings={settings} />
            </Group>
          </div>
        </div>
      </MatterContext>
      <div className={styles.footer}>
        <Button aria-expanded={all} aria-controls="settings" onClick={() => setAll(!all)}>
          {SETTINGS_TEXTS.all}
        </Button>
        <Button
          onClick={() => {
            setResets(resets + 1);
            void resetSettings();
          }}
        >
          {SETTINGS_TEXTS.reset}
        </Button>
      </div>
    </Form>
  );
}
