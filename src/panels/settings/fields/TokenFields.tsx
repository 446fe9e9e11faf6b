import { SETTING_WORDS } from '../../../lesson/texts/settings/settingWords.ts';
import {
  KEPT_IN_OPTIONS,
  REFRESH_FORMAT_OPTIONS,
  VERIFIER_OPTIONS,
} from '../../../lesson/texts/settings/tokenWords.ts';
import { applySettings } from '../../../player/whatIf/applySettings.ts';
import { readTokenCookieSetting } from '../../../player/whatIf/readSetting.ts';
import type { TokenSettings } from '../../../sim/settings.ts';
import { Choice, Switch } from '../rows/Choices.tsx';
import { Seconds } from '../rows/Seconds.tsx';
import { TextField } from '../rows/TextField.tsx';
import { ClaimFields } from './ClaimFields.tsx';

interface TokenFieldsProps {
  token: TokenSettings;
  /** The Scenario's own. */
  own: TokenSettings;
  /** Sessions are in a store outside of the servers, in which deny-list and refresh tokens can be, too. */
  hasStore: boolean;
}

const SWITCHES = ['expiresInAsText', 'noExp', 'checkTyp'] as const;
const REFRESH_SWITCHES = ['refreshInCookie', 'refreshReadsFirst'] as const;

const apply = (change: Partial<TokenSettings>) =>
  applySettings((now) => ({ ...now, token: { ...now.token, ...change } }));

/** Leaves it out where it is not set, as the Scenarios do. */
const applyCookieName = (name: string | undefined) =>
  applySettings(({ token: { cookieName: _, ...token }, ...rest }) => ({
    ...rest,
    token: name === undefined ? token : { ...token, cookieName: name },
  }));

/** What there is to say about the token and who keeps it. */
export function TokenFields({ token, own, hasStore }: TokenFieldsProps) {
  const { lifetime, keptIn, leeway = 0, denyList = false, comparesIat = false } = token;
  const { refreshFormat = 'opaque', refreshGrace = 0, kid = false, verifier = 'library' } = token;
  return (
    <>
      <Seconds
        name="tokenLifetime"
        setting="token.lifetime"
        value={lifetime}
        changed={lifetime !== own.lifetime}
        apply={(seconds) => apply({ lifetime: seconds })}
      />
      <Seconds
        name="leeway"
        setting="token.leeway"
        value={leeway}
        changed={leeway !== (own.leeway ?? 0)}
        apply={(seconds) => apply({ leeway: seconds })}
      />
      {token.refreshLifetime !== undefined && (
        <Seconds
          name="refreshGrace"
          setting="token.refreshGrace"
          value={refreshGrace}
          changed={refreshGrace !== (own.refreshGrace ?? 0)}
          apply={(seconds) => apply({ refreshGrace: seconds })}
        />
      )}
      <Choice
        name="keptIn"
        options={KEPT_IN_OPTIONS}
        value={keptIn}
        changed={keptIn !== own.keptIn}
        onChange={(place) => void apply({ keptIn: place })}
      />
      {(keptIn === 'cookie' || token.cookieName !== undefined) && (
        <TextField
          name="tokenCookieName"
          {...SETTING_WORDS.tokenCookieName}
          value={token.cookieName}
          format={(name) => name ?? ''}
          read={readTokenCookieSetting}
          apply={applyCookieName}
          changed={token.cookieName !== own.cookieName}
        />
      )}
      <ClaimFields token={token} own={own} />
      {SWITCHES.map((name) => (
        <Switch
          key={name}
          name={name}
          checked={token[name] ?? false}
          changed={(token[name] ?? false) !== (own[name] ?? false)}
          onChange={(checked) => void apply({ [name]: checked })}
        />
      ))}
      <Choice
        name="verifier"
        options={VERIFIER_OPTIONS}
        value={verifier}
        changed={verifier !== (own.verifier ?? 'library')}
        onChange={(value) => void apply({ verifier: value })}
      />
      <Switch
        name="kid"
        checked={kid}
        changed={kid !== (own.kid ?? false)}
        onChange={(checked) => void apply({ kid: checked })}
      />
      <Choice
        name="refreshFormat"
        options={REFRESH_FORMAT_OPTIONS}
        value={refreshFormat}
        changed={refreshFormat !== (own.refreshFormat ?? 'opaque')}
        onChange={(format) => void apply({ refreshFormat: format })}
      />
      {token.refreshLifetime !== undefined &&
        REFRESH_SWITCHES.map((name) => (
          <Switch
            key={name}
            name={name}
            checked={token[name] ?? false}
            changed={(token[name] ?? false) !== (own[name] ?? false)}
            onChange={(checked) => void apply({ [name]: checked })}
          />
        ))}
      <Switch
        name="denyList"
        checked={denyList}
        changed={denyList !== (own.denyList ?? false)}
        onChange={(checked) => void apply({ denyList: checked })}
      />
      {hasStore && (denyList || token.refreshLifetime !== undefined) && (
        <Switch
          name="inSessionStore"
          checked={token.inSessionStore ?? false}
          changed={(token.inSessionStore ?? false) !== (own.inSessionStore ?? false)}
          onChange={(checked) => void apply({ inSessionStore: checked })}
        />
      )}
      <Switch
        name="comparesIat"
        checked={comparesIat}
        changed={comparesIat !== (own.comparesIat ?? false)}
        onChange={(checked) => void apply({ comparesIat: checked })}
      />
    </>
  );
}
