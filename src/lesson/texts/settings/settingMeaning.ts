import type { Settings } from '../../../sim/settings.ts';
import type { SettingPath } from './settingDifferences.ts';
import { SETTING_WORDS } from './settingWords.ts';

const isNamed = (name: string): name is keyof typeof SETTING_WORDS =>
  Object.hasOwn(SETTING_WORDS, name);

function toName(path: SettingPath, { session }: Settings): string {
  const inCookie = session.dataIn === 'cookie';
  if (path === 'token.lifetime') return 'tokenLifetime';
  if (path !== 'session.lifetime') return path.split('.').at(-1) ?? path;
  if (session.lifetime === null) return inCookie ? 'cookieBrowserSession' : 'browserSession';
  return inCookie ? 'cookieLifetime' : 'sessionLifetime';
}

/** Says what a setting does, as its form says it; `null` for what is in no form. */
export function explainSetting(path: SettingPath, settings: Settings): string | null {
  const name = toName(path, settings);
  return isNamed(name) ? SETTING_WORDS[name].meaning : null;
}
